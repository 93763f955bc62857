package dev.godwit.recording;

import dev.godwit.CheckSpec;
import dev.godwit.ColumnSpec;
import dev.godwit.ForeignKeySpec;
import dev.godwit.IndexSpec;
import dev.godwit.KeySpec;
import dev.godwit.NewTable;
import dev.godwit.schema.Column;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;
import java.util.List;
import java.util.Optional;

/** Collects the definition of a new table. */
final class TableDefinition implements NewTable {

    private Table table;

    TableDefinition(String name) {
        table = Table.of(QualifiedName.of(name), List.of());
    }

    Table table() {
        return table;
    }

    @Override
    public NewTable column(String name, ColumnSpec definition) {
        Column column = definition.named(name);
        if (table.column(column.name()).isPresent()) {
            throw new IllegalArgumentException("Table %s has two columns %s.".formatted(table.name(), name));
        }
        table = table.plus(column);
        return this;
    }

    @Override
    public NewTable primaryKey(String... columns) {
        return primaryKey(KeySpec.key(columns));
    }

    @Override
    public NewTable primaryKey(KeySpec key) {
        table = table.withPrimaryKey(Optional.of(Specs.primaryKey(key)));
        return this;
    }

    @Override
    public NewTable unique(KeySpec key) {
        table = table.plus(Specs.uniqueKey(key));
        return this;
    }

    @Override
    public NewTable foreignKey(String name, ForeignKeySpec key) {
        table = table.plus(Specs.foreignKey(name, key));
        return this;
    }

    @Override
    public NewTable check(CheckSpec check) {
        table = table.plus(Specs.check(check));
        return this;
    }

    @Override
    public NewTable index(String name, IndexSpec index) {
        table = table.plus(Specs.index(name, index));
        return this;
    }

    @Override
    public NewTable comment(String text) {
        table = table.withComment(Optional.of(text));
        return this;
    }

    @Override
    public NewTable options(String sql) {
        table = table.withOptions(Optional.of(sql));
        return this;
    }
}
