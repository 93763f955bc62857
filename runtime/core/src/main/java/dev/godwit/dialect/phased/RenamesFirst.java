package dev.godwit.dialect.phased;

import dev.godwit.change.Change;
import dev.godwit.change.RenameTable;
import dev.godwit.plan.Course;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Tables are renamed before anything else is done with them. The name from before is a view until contract, and what is
 * finished at contract needs the table. In the way back, which is read for values, a table accordingly has its new name to
 * the end.
 */
public final class RenamesFirst {

    private RenamesFirst() {}

    /** The course, arranged where a running version is to be spared. */
    public static Course of(Course course) {
        return course.mode() == Course.Mode.PHASED && course.changes().stream().anyMatch(RenameTable.class::isInstance)
                ? new Course(
                        first(course.changes()),
                        last(course.wayBack()),
                        course.before(),
                        course.retention(),
                        course.mode())
                : course;
    }

    private static List<Change> first(List<Change> changes) {
        List<Change> arranged = new ArrayList<>();
        for (Change change : changes) {
            int place = arranged.size();
            if (change instanceof RenameTable rename) {
                Renaming renaming = new Renaming(rename.from(), rename.to());
                for (Optional<Change> before = before(arranged, place, renaming); before.isPresent(); ) {
                    place--;
                    arranged.set(place, before.get());
                    before = before(arranged, place, renaming);
                }
            }
            arranged.add(place, change);
        }
        return arranged;
    }

    /** What the change before this place becomes once the table has its new name. */
    private static Optional<Change> before(List<Change> changes, int place, Renaming renaming) {
        return place == 0 ? Optional.empty() : changes.get(place - 1).accept(renaming);
    }

    private static List<Change> last(List<Change> changes) {
        return turned(first(turned(changes)));
    }

    /** From the end to the start, with names given back. */
    private static List<Change> turned(List<Change> changes) {
        List<Change> turned = new ArrayList<>();
        for (Change change : changes) {
            turned.add(change instanceof RenameTable rename ? new RenameTable(rename.to(), rename.from()) : change);
        }
        Collections.reverse(turned);
        return turned;
    }
}
