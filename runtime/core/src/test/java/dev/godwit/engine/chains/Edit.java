package dev.godwit.engine.chains;

import dev.godwit.SchemaChanges;
import java.util.function.Consumer;

/** A change and its way back, as migrations say them. */
record Edit(Consumer<SchemaChanges> up, Consumer<SchemaChanges> down) {

    Edit reversed() {
        return new Edit(down, up);
    }
}
