package dev.godwit.dialect.standard;

import dev.godwit.dialect.Dialect;
import dev.godwit.schema.Check;
import dev.godwit.schema.Column;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.Sequence;
import dev.godwit.schema.Table;
import dev.godwit.schema.Type;
import dev.godwit.schema.Type.EnumOf;
import dev.godwit.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How tables, columns, keys and indexes are written.
 *
 * <p>The shape follows Hibernate's exporters ({@code StandardTableExporter}, {@code ColumnDefinitions}), so that the
 * names that a server makes up for constraints come out the same.
 */
public abstract class Definitions {

    protected final Dialect dialect;

    protected Definitions(Dialect dialect) {
        this.dialect = dialect;
    }

    /** What makes a column an identity, behind its type. */
    protected abstract String identity();

    /** The expression of a generated column. */
    protected String generated(Column.Generated generated) {
        return "generated always as (" + generated.expression() + ") stored";
    }

    /** What says that a column may be null, where that must be said. */
    protected String nullable(String type) {
        return "";
    }

    /** The comment inside a column's definition; empty where comments are statements of their own. */
    protected String inlineComment(Column column) {
        return "";
    }

    protected String collation(String name) {
        return "collate " + name;
    }

    /** Whether a check with a name may stand on a column. */
    protected boolean hasNamedColumnChecks() {
        return true;
    }

    /** What stands behind the closing parenthesis of {@code create table}. */
    protected String tableSuffix(Table table) {
        return table.options().map(options -> " " + options).orElse("");
    }

    /** The check that the type itself asks for, where it is no native enum. */
    public Optional<Check> checkOfType(Column column) {
        return column.type() instanceof EnumOf type ? checkOfEnum(column.name(), type) : Optional.empty();
    }

    /**
     * A condition that holds for values which an enum has no more; empty: it has all that it had, or is none.
     *
     * @param value SQL
     */
    public Optional<String> lost(Type from, Type to, String value) {
        if (!(from instanceof EnumOf before) || !(to instanceof EnumOf after) || before.storage() != after.storage()) {
            return Optional.empty();
        }
        if (before.storage() == EnumOf.Storage.ORDINAL) {
            int left = after.values().size();
            return Optional.of(value + " >= " + left)
                    .filter(any -> left < before.values().size());
        }
        List<String> gone = before.values().stream()
                .filter(each -> !after.values().contains(each))
                .toList();
        return Optional.of(value + " in (" + StandardTypes.literals(gone) + ")").filter(any -> !gone.isEmpty());
    }

    private Optional<Check> checkOfEnum(Identifier column, EnumOf type) {
        String name = dialect.quote(column);
        return switch (type.storage()) {
            case ORDINAL ->
                Optional.of(new Check(
                        Optional.empty(),
                        name + " between 0 and " + (type.values().size() - 1)));
            case NAME ->
                hasNativeEnums()
                        ? Optional.empty()
                        : Optional.of(new Check(
                                Optional.empty(), name + " in (" + StandardTypes.literals(type.values()) + ")"));
            case REFERENCED_NAME, NAMED_TYPE, NAMED_ORDINAL_TYPE -> Optional.empty();
        };
    }

    /** Whether {@code enum (…)} is a type. */
    protected boolean hasNativeEnums() {
        return true;
    }

    /** The column's checks, that of its type last. */
    public List<Check> checks(Column column) {
        if (column.checks().isEmpty()) {
            return checkOfType(column).map(List::of).orElse(List.of());
        }
        List<Check> all = new ArrayList<>(column.checks());
        checkOfType(column).filter(check -> !all.contains(check)).ifPresent(all::add);
        return all;
    }

    /** Hibernate writes a column's checks without a name as one. */
    public Optional<String> unnamedCheck(Column column) {
        List<Check> checks = checks(column);
        if (checks.isEmpty()) {
            return Optional.empty();
        }
        List<String> unnamed = checks.stream()
                .filter(check -> check.name().isEmpty())
                .map(check -> "(" + check.expression() + ")")
                .toList();
        return unnamed.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", unnamed));
    }

    /** A column in {@code create table} or {@code add column}, checks with a name left to {@link #namedChecks}. */
    public String column(Column column) {
        return column(column, false);
    }

    private String column(Column column, boolean unique) {
        return typed(column)
                + inlineComment(column)
                + (unique ? " unique" : "")
                + columnCheck(column)
                + column.options().map(options -> " " + options).orElse("");
    }

    /** Name, type, default, nullability. */
    protected String typed(Column column) {
        String type = column.type().accept(types());
        StringBuilder sql =
                new StringBuilder(dialect.quote(column.name())).append(' ').append(type);
        if (column.identity()) {
            return sql.append(' ').append(identity()).toString();
        }
        column.collation().ifPresent(name -> sql.append(' ').append(collation(name)));
        column.defaultSql().ifPresent(expression -> sql.append(" default ").append(expression));
        column.generatedAs().ifPresent(expression -> sql.append(' ').append(generated(expression)));
        if (column.generatedAs().isEmpty() || hasNullabilityAfterGenerated()) {
            sql.append(column.nullable() ? nullable(type) : " not null");
        }
        return sql.toString();
    }

    protected boolean hasNullabilityAfterGenerated() {
        return true;
    }

    /** How types are written. */
    protected abstract StandardTypes types();

    private String columnCheck(Column column) {
        Optional<String> unnamed = unnamedCheck(column);
        if (unnamed.isPresent()) {
            return " check (" + unnamed.get() + ")";
        }
        return namedOnColumn(column).map(check -> " " + check(check)).orElse("");
    }

    /** The check with a name that stands on the column itself, which is one at most, and none beside one without. */
    private Optional<Check> namedOnColumn(Column column) {
        return !column.checks().isEmpty()
                        && hasNamedColumnChecks()
                        && unnamedCheck(column).isEmpty()
                ? column.checks().stream()
                        .filter(check -> check.name().isPresent())
                        .findFirst()
                : Optional.empty();
    }

    /** The column's checks that become checks of the table, each with a name. */
    public List<Check> namedChecks(Column column) {
        if (column.checks().isEmpty()) {
            return List.of();
        }
        Optional<Check> onColumn = namedOnColumn(column);
        return column.checks().stream()
                .filter(check -> check.name().isPresent())
                .filter(check -> !onColumn.equals(Optional.of(check)))
                .toList();
    }

    public String createTable(Table table) {
        List<String> parts = new ArrayList<>();
        table.columns().values().forEach(column -> parts.add(column(column, isUniqueByItself(table, column))));
        table.primaryKey().map(this::primaryKey).ifPresent(parts::add);
        inlineUniqueKeys(table).forEach(key -> parts.add(unique(key)));
        table.columns().values().forEach(column -> namedChecks(column).forEach(check -> parts.add(check(check))));
        table.checks().forEach(check -> parts.add(check(check)));
        return "create table %s (%s)%s"
                .formatted(dialect.quote(table.name()), String.join(", ", parts), tableSuffix(table));
    }

    private boolean isUniqueByItself(Table table, Column column) {
        return hasInlineUniqueKeys()
                && table.uniqueKeys().stream()
                        .anyMatch(
                                key -> isColumnKey(key) && key.columns().get(0).equals(column.name()));
    }

    private static boolean isColumnKey(UniqueKey key) {
        return key.name().isEmpty()
                && key.impliedName().isEmpty()
                && key.columns().size() == 1
                && key.options().isEmpty();
    }

    private Collection<UniqueKey> inlineUniqueKeys(Table table) {
        return hasInlineUniqueKeys()
                ? table.uniqueKeys().stream().filter(key -> !isColumnKey(key)).toList()
                : List.of();
    }

    /** Whether unique keys are written inside {@code create table}; else each is a statement of its own behind it. */
    public boolean hasInlineUniqueKeys() {
        return true;
    }

    public String primaryKey(PrimaryKey key) {
        return constraint(key.name()) + "primary key (" + columns(key.columns()) + ")";
    }

    public String unique(UniqueKey key) {
        return constraint(key.name()) + "unique (" + columns(key.columns()) + ")" + suffix(key.options());
    }

    public String check(Check check) {
        return constraint(check.name()) + "check (" + check.expression() + ")" + checkOptions(check);
    }

    /** Hibernate leaves a check's options out except on MySQL. */
    protected String checkOptions(Check check) {
        return "";
    }

    public String foreignKey(ForeignKey key) {
        String body = key.definition()
                .orElseGet(() -> "foreign key (%s) references %s (%s)"
                        .formatted(
                                columns(key.columns()),
                                dialect.quote(key.referencedTable()),
                                columns(key.referencedColumns())));
        String action = key.onDelete() == ForeignKey.Action.NO_ACTION ? "" : " on delete " + action(key.onDelete());
        return constraint(Optional.of(key.name())) + body + action + suffix(key.options());
    }

    private static String action(ForeignKey.Action action) {
        return switch (action) {
            case NO_ACTION -> "no action";
            case RESTRICT -> "restrict";
            case CASCADE -> "cascade";
            case SET_NULL -> "set null";
            case SET_DEFAULT -> "set default";
        };
    }

    /**
     * Creates an index.
     *
     * @param how between {@code index} and the name, such as {@code concurrently}
     */
    public String createIndex(Table table, Index index, String how) {
        return "create %sindex %s%s on %s%s (%s)%s%s"
                .formatted(
                        index.unique() ? "unique " : "",
                        how,
                        dialect.quote(index.name()),
                        dialect.quote(table.name()),
                        indexTypeBeforeColumns(index),
                        index.parts().stream().map(this::part).collect(Collectors.joining(", ")),
                        indexTypeBehindColumns(index),
                        suffix(index.options()));
    }

    protected String indexTypeBeforeColumns(Index index) {
        return index.type().map(type -> " using " + type).orElse("");
    }

    protected String indexTypeBehindColumns(Index index) {
        return "";
    }

    private String part(Index.Part part) {
        String subject = part.column().map(dialect::quote).or(part::expression).orElseThrow();
        return subject + part.order().map(order -> " " + order).orElse("");
    }

    public String createSequence(Sequence sequence) {
        return "create sequence %s%s start with %d increment by %d%s"
                .formatted(
                        dialect.quote(sequence.name()),
                        SequenceBounds.of(sequence),
                        sequence.start(),
                        sequence.increment(),
                        suffix(sequence.options()));
    }

    /** Names in a list, separated by commas. */
    public String columns(Collection<Identifier> names) {
        return names.stream().map(dialect::quote).collect(Collectors.joining(", "));
    }

    private String constraint(Optional<Identifier> name) {
        return name.map(given -> "constraint " + dialect.quote(given) + " ").orElse("");
    }

    private static String suffix(Optional<String> sql) {
        return sql.map(text -> " " + text).orElse("");
    }
}
