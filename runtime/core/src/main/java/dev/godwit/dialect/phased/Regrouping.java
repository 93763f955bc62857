package dev.godwit.dialect.phased;

import dev.godwit.change.AddColumn;
import dev.godwit.change.Change;
import dev.godwit.change.DropColumn;
import dev.godwit.change.FillColumn;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Columns that take the place of others in the same table: one that is split, several that are merged, some that change
 * their type under another name. That they belong together is told by the values: those of the new columns are computed
 * from the old ones in one direction of the migration, or the other way round in the other.
 *
 * @param old columns that are dropped
 * @param fresh columns that are added
 */
record Regrouping(QualifiedName table, Set<Identifier> old, Set<Identifier> fresh) {

    /** All that a migration does. */
    static List<Regrouping> of(List<Change> changes, Values forth, Values back) {
        List<Regrouping> found = new ArrayList<>();
        for (Change change : changes) {
            if (change instanceof DropColumn drop && found.stream().noneMatch(each -> each.replaces(drop))) {
                Regrouping whole =
                        new Regrouping(drop.table(), Set.of(drop.column()), Set.of()).grown(changes, forth, back);
                if (!whole.fresh().isEmpty()) {
                    found.add(whole);
                }
            }
        }
        return found;
    }

    private Regrouping grown(List<Change> changes, Values forth, Values back) {
        Set<Identifier> more = new LinkedHashSet<>(old);
        Set<Identifier> added = new LinkedHashSet<>(fresh);
        for (Change change : changes) {
            if (change instanceof AddColumn add
                    && add.table().equals(table)
                    && more.stream()
                            .anyMatch(column -> isLinked(column, add.column().name(), forth, back))) {
                added.add(add.column().name());
            } else if (change instanceof DropColumn drop
                    && drop.table().equals(table)
                    && added.stream().anyMatch(column -> isLinked(drop.column(), column, forth, back))) {
                more.add(drop.column());
            }
        }
        Regrouping grown = new Regrouping(table, more, added);
        return grown.equals(this) ? this : grown.grown(changes, forth, back);
    }

    private boolean isLinked(Identifier dropped, Identifier added, Values forth, Values back) {
        return forth.value(table, added)
                        .filter(sql -> SqlNames.mentions(sql, dropped))
                        .isPresent()
                || back.value(table, dropped)
                        .filter(sql -> SqlNames.mentions(sql, added))
                        .isPresent();
    }

    private boolean replaces(DropColumn drop) {
        return table.equals(drop.table()) && old.contains(drop.column());
    }

    /** Whether the change is a part of this. */
    boolean includes(Change change) {
        return change instanceof DropColumn drop && replaces(drop)
                || change instanceof AddColumn add
                        && add.table().equals(table)
                        && fresh.contains(add.column().name())
                || change instanceof FillColumn fill && fill.table().equals(table) && fresh.contains(fill.column());
    }
}
