package dev.godwit.engine.chains;

import java.util.Random;
import java.util.function.Function;

/** Tables, and what a migration does with them for which it takes more than one change. */
interface Scene {

    /** What a scene is about. */
    enum Subject {
        TABLES(Splitting::new),
        COLLECTIONS(Collecting::new),
        HIERARCHIES(Inheriting::new),
        COLUMNS(Recoding::new);

        private final Function<Random, Scene> scene;

        Subject(Function<Random, Scene> scene) {
            this.scene = scene;
        }

        /** One of them, with everything that can be one way or the other. */
        Scene any(Random random) {
            return scene.apply(random);
        }
    }

    /** Makes the tables. */
    void begin(RandomChain chain);

    /** Says what the migration does; other edits may come between. */
    void change(RandomChain chain);
}
