package dev.godwit.diff;

import dev.godwit.change.AddCheck;
import dev.godwit.change.AddForeignKey;
import dev.godwit.change.AddUnique;
import dev.godwit.change.Change;
import dev.godwit.change.ChangeRows;
import dev.godwit.change.CreateTable;
import dev.godwit.data.ReferenceData;
import dev.godwit.data.RowChanges;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts changes of rows among those of the schema: behind them, so that every table and column is there, and before the
 * foreign keys, checks and unique keys that these rows are to fulfil. On the way back it is the other way round.
 */
final class RowRoute {

    private final Schema before;
    private final List<Change> schemaUp;
    private final List<Change> schemaDown;
    private final List<ChangeRows> rows;
    private final Schema after;
    private final Set<QualifiedName> touched = new HashSet<>();

    /**
     * @param schemaUp leads from {@code before} to {@code after}
     * @param schemaDown leads back
     * @param have the rows once {@code schemaUp} is through
     */
    RowRoute(
            Schema before,
            List<Change> schemaUp,
            List<Change> schemaDown,
            Schema after,
            ReferenceData have,
            ReferenceData wanted) {
        this.before = before;
        this.schemaUp = schemaUp;
        this.schemaDown = schemaDown;
        this.after = after;
        this.rows = RowChanges.between(have, wanted, after);
        rows.forEach(change -> touched.add(change.table()));
    }

    List<Change> up() {
        List<Change> up = new ArrayList<>(schemaUp);
        List<Change> behind = behind();
        up.removeAll(behind);
        up.addAll(rows);
        up.addAll(behind);
        return up;
    }

    List<Change> down() {
        List<Change> rest = new ArrayList<>(schemaDown);
        List<Change> down = new ArrayList<>();
        Schema schema = before;
        for (Change change : schemaUp) {
            if (behind().contains(change)) {
                change.inverse(schema).stream().filter(rest::remove).forEach(down::add);
            }
            schema = change.apply(schema);
        }
        Collections.reverse(down);
        down.addAll(back());
        down.addAll(rest);
        return down;
    }

    /** The rows of a table that the migration itself makes go with it. */
    private List<Change> back() {
        Set<QualifiedName> made = new HashSet<>();
        schemaUp.forEach(change -> {
            if (change instanceof CreateTable create) {
                made.add(create.table().name());
            }
        });
        List<Change> back = new ArrayList<>();
        rows.stream()
                .filter(change -> !made.contains(change.table()))
                .forEach(change -> back.addAll(0, change.inverse(after)));
        return back;
    }

    private List<Change> behind() {
        return schemaUp.stream().filter(this::isBehind).toList();
    }

    private boolean isBehind(Change change) {
        if (change instanceof AddForeignKey add) {
            return touched.contains(add.table()) || touched.contains(add.key().referencedTable());
        }
        return change instanceof AddCheck check && touched.contains(check.table())
                || change instanceof AddUnique unique && touched.contains(unique.table());
    }
}
