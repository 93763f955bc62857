package dev.godwit.referee.hibernate;

import dev.godwit.schema.Check;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.Sequence;
import dev.godwit.schema.Table;
import dev.godwit.schema.Type;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.UniqueKey;
import org.jspecify.annotations.Nullable;

/** One table of Hibernate's relational model. */
final class Tables {

    private static final Pattern FIRST_NUMBER = Pattern.compile("-?\\d+");

    private final MetadataImplementor metadata;
    private final Dialect dialect;
    private final Names names;
    private final Keys keys;
    private final AggregateChecks aggregates;

    Tables(MetadataImplementor metadata, Names names) {
        this.metadata = metadata;
        this.dialect = metadata.getDatabase().getDialect();
        this.names = names;
        this.keys = new Keys(metadata, names);
        this.aggregates = new AggregateChecks(dialect);
    }

    Table table(org.hibernate.mapping.Table table) {
        List<Column> columns = table.getColumns().stream().map(this::column).toList();
        return new Table(
                names.qualified(table.getQualifiedTableName()),
                Table.of(names.qualified(table.getQualifiedTableName()), columns)
                        .columns(),
                primaryKey(table),
                keys.uniqueKeys(table),
                keys.foreignKeys(table),
                checks(table),
                keys.indexes(table),
                comment(table.getComment()),
                Reflect.text(table, "getOptions"));
    }

    private Column column(org.hibernate.mapping.Column column) {
        return new Column(
                Identifier.of(column.getQuotedName()),
                new Type.Native(column.getSqlType(metadata)),
                column.isNullable(),
                Optional.ofNullable(column.getDefaultValue()),
                column.isIdentity(),
                Optional.ofNullable(column.getGeneratedAs()).map(expression -> new Column.Generated(expression, true)),
                comment(column.getComment()),
                dialect.supportsColumnCheck() || dialect.supportsTableCheck()
                        ? checks(column.getCheckConstraints())
                        : Set.of(),
                Optional.ofNullable(column.getCollation()),
                Reflect.text(column, "getOptions"));
    }

    /** An empty comment leaves nothing in a database. */
    private static Optional<String> comment(@Nullable String text) {
        return Optional.ofNullable(text).filter(any -> !any.isEmpty());
    }

    private static Optional<PrimaryKey> primaryKey(org.hibernate.mapping.Table table) {
        if (!table.hasPrimaryKey()) {
            return Optional.empty();
        }
        org.hibernate.mapping.PrimaryKey key = table.getPrimaryKey();
        Optional<Identifier> name = Optional.ofNullable(key.getOrderingUniqueKey())
                .filter(UniqueKey::isNameExplicit)
                .map(unique -> Identifier.of(unique.getName()));
        return Optional.of(new PrimaryKey(name, Keys.columns(key.getColumns())));
    }

    private Set<Check> checks(org.hibernate.mapping.Table table) {
        if (!dialect.supportsTableCheck()) {
            return Set.of();
        }
        Set<Check> all = new LinkedHashSet<>(checks(table.getChecks()));
        aggregates.of(table).forEach(expression -> all.add(new Check(Optional.empty(), expression)));
        return all;
    }

    private static Set<Check> checks(Collection<CheckConstraint> constraints) {
        Function<CheckConstraint, Check> check = constraint -> new Check(
                Optional.ofNullable(constraint.getName())
                        .filter(name -> !name.isBlank())
                        .map(Identifier::of),
                constraint.getConstraint(),
                Reflect.text(constraint, "getOptions"));
        return constraints.stream().map(check).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether the table stands in for a sequence ({@code org.hibernate.id.enhanced.TableStructure}). */
    boolean isSequence(org.hibernate.mapping.Table table) {
        return !dialect.getSequenceSupport().supportsSequences()
                && !table.hasPrimaryKey()
                && table.getColumnSpan() == 1
                && startingInsert(table).isPresent();
    }

    /** Its increment is kept by Hibernate alone, so the database has 1. */
    Sequence sequence(org.hibernate.mapping.Table table) {
        return new Sequence(
                names.qualified(table.getQualifiedTableName()),
                startingInsert(table).map(Long::parseLong).orElse(1L),
                1);
    }

    private Optional<String> startingInsert(org.hibernate.mapping.Table table) {
        return keys.initCommands(table).stream()
                .filter(sql -> sql.startsWith("insert into "))
                .map(sql -> FIRST_NUMBER.matcher(sql.substring(sql.indexOf(" values "))))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }
}
