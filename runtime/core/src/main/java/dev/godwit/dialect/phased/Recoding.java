package dev.godwit.dialect.phased;

import dev.godwit.change.AddColumn;
import dev.godwit.change.Change;
import dev.godwit.change.DropColumn;
import dev.godwit.change.FillColumn;
import dev.godwit.change.Transform;
import dev.godwit.plan.Course;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Columns that take the place of others in the same table, whose values Java code computes, in one direction of the
 * migration or in both. That they belong together is told by what the code reads and writes, and by SQL where there is any.
 *
 * @param old columns that are dropped
 * @param fresh columns that are added
 * @param forth the code that computes new columns from old ones
 * @param back the code of the way back that computes old columns from new ones
 */
record Recoding(
        QualifiedName table, Set<Identifier> old, Set<Identifier> fresh, List<Transform> forth, List<Transform> back) {

    /** All that a migration does. */
    static List<Recoding> of(Course course) {
        List<Recoding> found = new ArrayList<>();
        for (Change change : course.changes()) {
            if (change instanceof DropColumn drop && found.stream().noneMatch(each -> each.drops(drop))) {
                Recoding whole =
                        new Recoding(drop.table(), Set.of(drop.column()), Set.of(), List.of(), List.of()).grown(course);
                if (!whole.forth.isEmpty() || !whole.back.isEmpty()) {
                    found.add(whole);
                }
            }
        }
        return found;
    }

    private Recoding grown(Course course) {
        Set<Identifier> more = new LinkedHashSet<>(old);
        Set<Identifier> added = new LinkedHashSet<>(fresh);
        Links links = new Links(table, course);
        for (Change change : course.changes()) {
            if (change instanceof AddColumn add && add.table().equals(table)) {
                Identifier name = add.column().name();
                if (more.stream().anyMatch(column -> links.link(column, name))) {
                    added.add(name);
                }
            } else if (change instanceof DropColumn drop
                    && drop.table().equals(table)
                    && added.stream().anyMatch(column -> links.link(drop.column(), column))) {
                more.add(drop.column());
            }
        }
        Recoding grown = new Recoding(
                table,
                more,
                added,
                links.forth().stream()
                        .filter(code -> Links.passes(code, more, added))
                        .toList(),
                links.back().stream()
                        .filter(code -> Links.passes(code, added, more))
                        .toList());
        return grown.equals(this) ? this : grown.grown(course);
    }

    private boolean drops(DropColumn drop) {
        return table.equals(drop.table()) && old.contains(drop.column());
    }

    /** Whether the change is a part of this. */
    boolean includes(Change change) {
        return change instanceof DropColumn drop && drops(drop)
                || change instanceof AddColumn add
                        && add.table().equals(table)
                        && fresh.contains(add.column().name())
                || change instanceof FillColumn fill && fill.table().equals(table) && fresh.contains(fill.column())
                || change instanceof Transform code && forth.contains(code);
    }

    /** The last of the changes that make the new side, at which everything is there that keeping it in step needs. */
    boolean isMadeBy(Change change, Course course) {
        return course.changes().stream()
                .filter(each -> !(each instanceof DropColumn) && includes(each))
                .reduce((first, second) -> second)
                .filter(change::equals)
                .isPresent();
    }

    /** What is to be seen to, for people. */
    String subject() {
        return "In table %s %s takes the place of %s".formatted(table, fresh, old);
    }

    /**
     * What tells which columns belong together.
     *
     * @param table of both
     */
    private record Links(QualifiedName table, Course course) {

        List<Transform> forth() {
            return codes(course.changes());
        }

        List<Transform> back() {
            return codes(course.wayBack());
        }

        private List<Transform> codes(List<Change> changes) {
            return changes.stream()
                    .filter(Transform.class::isInstance)
                    .map(Transform.class::cast)
                    .filter(code -> code.table().equals(table))
                    .toList();
        }

        boolean link(Identifier dropped, Identifier added) {
            return forth().stream().anyMatch(code -> passes(code, Set.of(dropped), Set.of(added)))
                    || back().stream().anyMatch(code -> passes(code, Set.of(added), Set.of(dropped)))
                    || new Values(course.changes())
                            .value(table, added)
                            .filter(sql -> SqlNames.mentions(sql, dropped))
                            .isPresent()
                    || new Values(course.wayBack())
                            .value(table, dropped)
                            .filter(sql -> SqlNames.mentions(sql, added))
                            .isPresent();
        }

        static boolean passes(Transform code, Set<Identifier> from, Set<Identifier> to) {
            return code.reads().stream().anyMatch(from::contains)
                    && code.writes().stream().anyMatch(to::contains);
        }
    }
}
