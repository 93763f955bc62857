package dev.godwit.dialect.phased;

import dev.godwit.change.AddForeignKey;
import dev.godwit.change.AlterColumn;
import dev.godwit.change.Change;
import dev.godwit.change.DropForeignKey;
import dev.godwit.plan.Course;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Foreign keys that a migration takes away for no other reason than that types change under them, and gives back. A running
 * version relies on them, so they stay: whoever changes the types sees to them. What refers to a key gets more room before
 * the key does, and loses it after it, so that at no moment a key can have a value that cannot be referred to.
 */
public final class StandingKeys {

    private final Course course;
    private final List<Change> changes;

    private StandingKeys(Course course) {
        this.course = course;
        this.changes = new ArrayList<>(course.changes());
    }

    /** The course without the changes that only make way, its types in the order in which a running version survives. */
    public static Course of(Course course) {
        boolean asked =
                course.mode() == Course.Mode.PHASED && course.changes().stream().anyMatch(StandingKeys::changesType);
        return asked ? new StandingKeys(course).arranged() : course;
    }

    private static boolean changesType(Change change) {
        return change instanceof AlterColumn alter
                && !alter.from().type().equals(alter.to().type());
    }

    private Course arranged() {
        Schema before = course.before().get();
        for (Change change : course.changes()) {
            if (change instanceof DropForeignKey drop) {
                before.table(drop.table())
                        .flatMap(table -> table.foreignKey(drop.name()))
                        .ifPresent(key -> keep(drop, key));
            }
        }
        for (int i = 0; i < changes.size(); i++) {
            for (int j = i; j > 0 && isTooLate(changes.get(j - 1), changes.get(j), before); j--) {
                changes.add(j - 1, changes.remove(j));
            }
        }
        return new Course(changes, course.wayBack(), course.before(), course.retention(), course.mode());
    }

    private void keep(DropForeignKey drop, ForeignKey key) {
        AddForeignKey again = new AddForeignKey(drop.table(), key);
        int from = changes.indexOf(drop);
        int to = changes.indexOf(again);
        if (to > from
                && changes.subList(from + 1, to).stream().allMatch(StandingKeys::isBesideKeys)
                && isUnderIt(drop.table(), key, changes.subList(from + 1, to))) {
            changes.remove(to);
            changes.remove(from);
        }
    }

    private static boolean isBesideKeys(Change change) {
        return change instanceof DropForeignKey || change instanceof AddForeignKey || changesType(change);
    }

    private static boolean isUnderIt(QualifiedName table, ForeignKey key, List<Change> between) {
        return between.stream()
                .filter(StandingKeys::changesType)
                .map(AlterColumn.class::cast)
                .anyMatch(alter ->
                        is(alter, table, key.columns()) || is(alter, key.referencedTable(), key.referencedColumns()));
    }

    private static boolean is(AlterColumn alter, QualifiedName table, List<Identifier> columns) {
        return alter.table().equals(table) && columns.contains(alter.from().name());
    }

    /** Whether the second of two neighbours has to come first. */
    private static boolean isTooLate(Change first, Change second, Schema schema) {
        if (!changesType(first) || !changesType(second)) {
            return false;
        }
        AlterColumn one = (AlterColumn) first;
        AlterColumn other = (AlterColumn) second;
        return Widening.isWider(one.from().type(), one.to().type())
                ? refers(other, one, schema)
                : refers(one, other, schema);
    }

    private static boolean refers(AlterColumn from, AlterColumn to, Schema schema) {
        return schema.table(from.table()).stream()
                .flatMap(table -> table.foreignKeys().stream())
                .filter(key -> key.referencedTable().equals(to.table()))
                .anyMatch(key -> Optional.of(key.columns().indexOf(from.from().name()))
                        .filter(at -> at >= 0)
                        .map(key.referencedColumns()::get)
                        .filter(to.from().name()::equals)
                        .isPresent());
    }
}
