package dev.godwit.dialect.standard;

import dev.godwit.change.RenameColumn;
import dev.godwit.change.RenameTable;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import java.util.HashSet;
import java.util.Set;

/** Columns of which something is true, by the names that they have at the moment. */
final class ColumnSet {

    private final Set<Ref> columns = new HashSet<>();

    /** @return whether it was not there */
    boolean add(QualifiedName table, Identifier column) {
        return columns.add(Ref.of(table, column));
    }

    boolean has(QualifiedName table, Identifier column) {
        return has(Ref.of(table, column));
    }

    boolean has(Ref column) {
        return columns.contains(column);
    }

    boolean isEmpty() {
        return columns.isEmpty();
    }

    void follow(RenameColumn rename) {
        if (columns.remove(Ref.of(rename.table(), rename.from()))) {
            add(rename.table(), rename.to());
        }
    }

    void follow(RenameTable rename) {
        for (Ref column : Set.copyOf(columns)) {
            if (column.object().equals(rename.from())) {
                columns.remove(column);
                column.column().ifPresent(name -> add(rename.to(), name));
            }
        }
    }
}
