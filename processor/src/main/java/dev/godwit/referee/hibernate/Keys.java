package dev.godwit.referee.hibernate;

import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.UniqueKey;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;

/** Unique keys, foreign keys and indexes of Hibernate's relational model, as its exporters write them. */
final class Keys {

    private final MetadataImplementor metadata;
    private final Dialect dialect;
    private final Names names;
    private final SqlStringGenerationContext context;

    Keys(MetadataImplementor metadata, Names names) {
        this.metadata = metadata;
        this.dialect = metadata.getDatabase().getDialect();
        this.names = names;
        this.context = SqlStringGenerationContextImpl.fromConfigurationMap(
                metadata.getDatabase().getJdbcEnvironment(), metadata.getDatabase(), Map.of());
    }

    static List<Identifier> columns(Collection<Column> columns) {
        return columns.stream()
                .map(column -> Identifier.of(column.getQuotedName()))
                .toList();
    }

    Set<UniqueKey> uniqueKeys(Table table) {
        return table.getUniqueKeys().values().stream()
                .map(key -> new UniqueKey(
                        uniqueName(table, key), columns(key.getColumns()), Reflect.text(key, "getOptions")))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A key that is written inside {@code create table} loses a name that Hibernate made up. */
    private Optional<Identifier> uniqueName(Table table, org.hibernate.mapping.UniqueKey key) {
        String alter = dialect.getUniqueDelegate().getAlterTableToAddUniqueKeyCommand(key, metadata, context);
        boolean written = alter != null && !alter.isEmpty();
        boolean named = written || key.isNameExplicit() && !isUniqueColumn(table, key);
        return named ? Optional.of(Identifier.of(key.getName())) : Optional.empty();
    }

    private static boolean isUniqueColumn(Table table, org.hibernate.mapping.UniqueKey key) {
        if (key.getColumnSpan() != 1) {
            return false;
        }
        Column own = key.getColumns().get(0);
        return own.isUnique()
                || Optional.ofNullable(table.getColumn(own))
                        .filter(Column::isUnique)
                        .isPresent();
    }

    Set<ForeignKey> foreignKeys(Table table) {
        return exported(table).stream()
                .filter(key -> key.isCreationEnabled() && key.isPhysicalConstraint())
                .map(this::foreignKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** 6.6 has the map alone, and 7 recommends the collection. */
    private static Collection<org.hibernate.mapping.ForeignKey> exported(Table table) {
        Object all = Reflect.get(table, "getForeignKeyCollection")
                .or(() -> Reflect.get(table, "getForeignKeys").map(map -> ((Map<?, ?>) map).values()))
                .orElseThrow();
        return ((Collection<?>) all)
                .stream().map(org.hibernate.mapping.ForeignKey.class::cast).toList();
    }

    private ForeignKey foreignKey(org.hibernate.mapping.ForeignKey key) {
        List<Column> target = key.isReferenceToPrimaryKey()
                ? key.getReferencedTable().getPrimaryKey().getColumns()
                : key.getReferencedColumns();
        return new ForeignKey(
                Identifier.of(key.getName()),
                columns(key.getColumns()),
                names.qualified(key.getReferencedTable().getQualifiedTableName()),
                columns(target),
                dialect.supportsCascadeDelete()
                        ? action(Optional.ofNullable(key.getOnDeleteAction()))
                        : ForeignKey.Action.NO_ACTION,
                Optional.ofNullable(key.getKeyDefinition()).filter(sql -> !sql.isEmpty()),
                Reflect.text(key, "getOptions"));
    }

    private static ForeignKey.Action action(Optional<OnDeleteAction> action) {
        return action.map(known -> ForeignKey.Action.valueOf(known.name())).orElse(ForeignKey.Action.NO_ACTION);
    }

    Set<Index> indexes(Table table) {
        return table.getIndexes().values().stream()
                .map(this::index)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Index index(org.hibernate.mapping.Index index) {
        Map<Selectable, String> orders = index.getSelectableOrderMap();
        List<Index.Part> parts = index.getSelectables().stream()
                .map(part -> part(part, Optional.ofNullable(orders.get(part))))
                .toList();
        return new Index(
                Identifier.of(index.getName()),
                parts,
                index.isUnique(),
                Optional.empty(),
                Reflect.text(index, "getOptions"));
    }

    private Index.Part part(Selectable selectable, Optional<String> order) {
        Index.Part part = selectable instanceof Column column
                ? Index.Part.of(Identifier.of(column.getQuotedName()))
                : Index.Part.ofExpression(selectable.getText(dialect));
        return order.filter(text -> !text.isBlank()).map(part::ordered).orElse(part);
    }

    /** The statements that fill a table behind its creation. */
    List<String> initCommands(Table table) {
        return table.getInitCommands(context).stream()
                .flatMap(command ->
                        Reflect.get(command, "initCommands").or(() -> Reflect.get(command, "getInitCommands")).stream())
                .flatMap(commands -> Arrays.stream((String[]) commands))
                .toList();
    }
}
