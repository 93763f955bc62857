package dev.godwit.engine.copy;

import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;
import java.util.List;

/**
 * A table as far as its rows are concerned.
 *
 * @param key orders the rows; empty where nothing does
 * @param columns that hold values: what the database computes is not copied
 * @param forms one per column
 */
public record CopiedTable(QualifiedName name, List<Identifier> key, List<Column> columns, List<Form> forms) {

    static CopiedTable of(Table table) {
        List<Column> columns = table.columns().values().stream()
                .filter(column -> column.generatedAs().isEmpty())
                .toList();
        return new CopiedTable(
                table.name(),
                table.primaryKey().map(PrimaryKey::columns).orElse(List.of()),
                columns,
                columns.stream().map(column -> Forms.of(column.type())).toList());
    }

    int place(Identifier column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException("There is no column " + column + " in " + name);
    }
}
