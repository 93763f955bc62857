package dev.godwit.schema;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A column of a table.
 *
 * @param defaultSql the default as a SQL expression, as {@code @ColumnDefault} states it
 * @param identity whether the database makes the value
 * @param generatedAs the expression of a generated column
 * @param comment the comment, without quotes
 * @param checks checks that stand on this column and leave with it
 * @param collation the collation's name, as the mapping states it
 * @param options SQL appended to the definition of the column
 */
public record Column(
        Identifier name,
        Type type,
        boolean nullable,
        Optional<String> defaultSql,
        boolean identity,
        Optional<Generated> generatedAs,
        Optional<String> comment,
        Set<Check> checks,
        Optional<String> collation,
        Optional<String> options) {

    /**
     * The expression that a generated column is computed from.
     *
     * @param stored whether the value is stored, instead of computed when read
     */
    public record Generated(String expression, boolean stored) {}

    public Column {
        checks = Frozen.set(checks);
    }

    /** A nullable column with nothing but a type. */
    public static Column of(String name, Type type) {
        return new Column(
                Identifier.of(name),
                type,
                true,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }

    public Column withName(Identifier other) {
        return new Column(
                other, type, nullable, defaultSql, identity, generatedAs, comment, checks, collation, options);
    }

    public Column withType(Type other) {
        return new Column(
                name, other, nullable, defaultSql, identity, generatedAs, comment, checks, collation, options);
    }

    public Column withNullable(boolean other) {
        return new Column(name, type, other, defaultSql, identity, generatedAs, comment, checks, collation, options);
    }

    public Column withDefault(Optional<String> other) {
        return new Column(name, type, nullable, other, identity, generatedAs, comment, checks, collation, options);
    }

    public Column withIdentity(boolean other) {
        return new Column(name, type, nullable, defaultSql, other, generatedAs, comment, checks, collation, options);
    }

    public Column withGenerated(Optional<Generated> other) {
        return new Column(name, type, nullable, defaultSql, identity, other, comment, checks, collation, options);
    }

    public Column withComment(Optional<String> other) {
        return new Column(name, type, nullable, defaultSql, identity, generatedAs, other, checks, collation, options);
    }

    public Column withChecks(Set<Check> other) {
        return new Column(name, type, nullable, defaultSql, identity, generatedAs, comment, other, collation, options);
    }

    /** The column with one more check. */
    public Column plus(Check check) {
        Set<Check> all = new LinkedHashSet<>(checks);
        all.add(check);
        return withChecks(all);
    }

    public Column withCollation(Optional<String> other) {
        return new Column(name, type, nullable, defaultSql, identity, generatedAs, comment, checks, other, options);
    }

    public Column withOptions(Optional<String> other) {
        return new Column(name, type, nullable, defaultSql, identity, generatedAs, comment, checks, collation, other);
    }
}
