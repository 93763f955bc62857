package dev.godwit.engine.chains;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A migration of the chain that the test's thread works on; the engine makes migrations by their class alone. */
abstract class Chained implements Migration {

    static final ThreadLocal<List<List<Edit>>> CHAIN = ThreadLocal.withInitial(List::of);

    static final List<Class<? extends Migration>> CLASSES = List.of(
            M1.class, M2.class, M3.class, M4.class, M5.class, M6.class, M7.class, M8.class, M9.class, M10.class);

    private final int place;

    Chained(int place) {
        this.place = place;
    }

    @Override
    public void up(SchemaChanges schema) {
        edits().forEach(edit -> edit.up().accept(schema));
    }

    @Override
    public void down(SchemaChanges schema) {
        List<Edit> backwards = new ArrayList<>(edits());
        Collections.reverse(backwards);
        backwards.forEach(edit -> edit.down().accept(schema));
    }

    /** The migration in this place, from 1. */
    static Migration of(int place) {
        return new Chained(place) {};
    }

    private List<Edit> edits() {
        return CHAIN.get().get(place - 1);
    }

    public static final class M1 extends Chained {
        public M1() {
            super(1);
        }
    }

    public static final class M2 extends Chained {
        public M2() {
            super(2);
        }
    }

    public static final class M3 extends Chained {
        public M3() {
            super(3);
        }
    }

    public static final class M4 extends Chained {
        public M4() {
            super(4);
        }
    }

    public static final class M5 extends Chained {
        public M5() {
            super(5);
        }
    }

    public static final class M6 extends Chained {
        public M6() {
            super(6);
        }
    }

    public static final class M7 extends Chained {
        public M7() {
            super(7);
        }
    }

    public static final class M8 extends Chained {
        public M8() {
            super(8);
        }
    }

    public static final class M9 extends Chained {
        public M9() {
            super(9);
        }
    }

    public static final class M10 extends Chained {
        public M10() {
            super(10);
        }
    }
}
