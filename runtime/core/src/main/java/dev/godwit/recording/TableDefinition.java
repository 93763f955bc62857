package dev.godwit.recording;

import dev.godwit.CheckSpec;
import dev.godwit.ColumnSpec;
import dev.godwit.ForeignKeySpec;
import dev.godwit.IndexSpec;
import dev.godwit.KeySpec;
import dev.godwit.NewTable;
import dev.godwit.schema.Check;
import dev.godwit.schema.Column;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;
import dev.godwit.schema.UniqueKey;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects the definition of a new table. */
final class TableDefinition implements NewTable {

    private final QualifiedName name;
    private final Map<Identifier, Column> columns = new LinkedHashMap<>();
    private final Set<UniqueKey> uniqueKeys = new LinkedHashSet<>();
    private final Set<ForeignKey> foreignKeys = new LinkedHashSet<>();
    private final Set<Check> checks = new LinkedHashSet<>();
    private final Set<Index> indexes = new LinkedHashSet<>();
    private Optional<PrimaryKey> primaryKey = Optional.empty();
    private Optional<String> comment = Optional.empty();
    private Optional<String> options = Optional.empty();

    TableDefinition(String name) {
        this.name = QualifiedName.of(name);
    }

    Table table() {
        return new Table(name, columns, primaryKey, uniqueKeys, foreignKeys, checks, indexes, comment, options);
    }

    @Override
    public NewTable column(String name, ColumnSpec definition) {
        Column column = definition.named(name);
        if (columns.putIfAbsent(column.name(), column) != null) {
            throw new IllegalArgumentException("Table %s has two columns %s.".formatted(this.name, name));
        }
        return this;
    }

    @Override
    public NewTable primaryKey(String... columns) {
        return primaryKey(KeySpec.key(columns));
    }

    @Override
    public NewTable primaryKey(KeySpec key) {
        primaryKey = Optional.of(Specs.primaryKey(key));
        return this;
    }

    @Override
    public NewTable unique(KeySpec key) {
        uniqueKeys.add(Specs.uniqueKey(key));
        return this;
    }

    @Override
    public NewTable foreignKey(String name, ForeignKeySpec key) {
        foreignKeys.add(Specs.foreignKey(name, key));
        return this;
    }

    @Override
    public NewTable check(CheckSpec check) {
        checks.add(Specs.check(check));
        return this;
    }

    @Override
    public NewTable index(String name, IndexSpec index) {
        indexes.add(Specs.index(name, index));
        return this;
    }

    @Override
    public NewTable comment(String text) {
        comment = Optional.of(text);
        return this;
    }

    @Override
    public NewTable options(String sql) {
        options = Optional.of(sql);
        return this;
    }
}
