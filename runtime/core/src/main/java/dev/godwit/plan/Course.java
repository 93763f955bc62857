package dev.godwit.plan;

import dev.godwit.change.Change;
import dev.godwit.schema.Schema;
import java.util.List;
import java.util.function.Supplier;

/**
 * One direction of one migration, as a dialect is asked to plan it.
 *
 * @param changes in order
 * @param wayBack what undoes them, in order; where columns are kept in step, it says how old values come from new ones
 * @param before gives the schema before the first change; asked only where a change needs more than it says
 * @param retention what becomes of the rows that are dropped
 * @param mode whether the version of the application that runs meanwhile is to be spared
 */
public record Course(
        List<Change> changes, List<Change> wayBack, Supplier<Schema> before, Retention retention, Mode mode) {

    /** Whether the version of the application that runs meanwhile is to be spared. */
    public enum Mode {
        /** Nobody runs, or nobody minds: each change at once. */
        WHOLE,
        /** What would break the version that runs is taken apart into expand and contract. */
        PHASED
    }

    public Course {
        changes = List.copyOf(changes);
        wayBack = List.copyOf(wayBack);
    }

    /** Each change at once. */
    public static Course whole(List<Change> changes, Supplier<Schema> before, Retention retention) {
        return new Course(changes, List.of(), before, retention, Mode.WHOLE);
    }
}
