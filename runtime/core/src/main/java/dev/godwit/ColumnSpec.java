package dev.godwit;

import dev.godwit.schema.Check;
import dev.godwit.schema.Column;
import dev.godwit.schema.Column.Generated;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Type;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The definition of a column, without its name: a type of {@link Types} and what is said behind it.
 *
 * <p>Immutable: each method gives another definition.
 */
public final class ColumnSpec {

    /** The definition under a name that stands for any. */
    private final Column column;

    private ColumnSpec(Column column) {
        this.column = column;
    }

    static ColumnSpec of(Type type) {
        return new ColumnSpec(Column.of("any", type));
    }

    /** This definition under a name. */
    public Column named(String name) {
        return column.withName(Identifier.of(name));
    }

    public Type type() {
        return column.type();
    }

    public ColumnSpec notNull() {
        return new ColumnSpec(column.withNullable(false));
    }

    /** Makes the database generate the value. */
    public ColumnSpec identity() {
        return new ColumnSpec(column.withIdentity(true));
    }

    /**
     * Gives a text as the default.
     *
     * @throws IllegalArgumentException when the text holds a backslash, which databases read differently
     */
    public ColumnSpec defaultValue(String text) {
        if (text.indexOf('\\') >= 0) {
            throw new IllegalArgumentException(
                    "A default with a backslash reads differently on each database: state it by defaultSql.");
        }
        return defaultSql("'" + text.replace("'", "''") + "'");
    }

    public ColumnSpec defaultValue(long number) {
        return defaultSql(Long.toString(number));
    }

    public ColumnSpec defaultValue(BigDecimal number) {
        return defaultSql(number.toPlainString());
    }

    public ColumnSpec defaultValue(boolean value) {
        return defaultSql(Boolean.toString(value));
    }

    /** Gives a SQL expression as the default. */
    public ColumnSpec defaultSql(String expression) {
        return new ColumnSpec(column.withDefault(Optional.of(expression)));
    }

    /** Computes the column from others, and stores it. */
    public ColumnSpec generatedAs(String expression) {
        return new ColumnSpec(column.withGenerated(Optional.of(new Generated(expression, true))));
    }

    /** Computes the column from others, whenever it is read. */
    public ColumnSpec computedAs(String expression) {
        return new ColumnSpec(column.withGenerated(Optional.of(new Generated(expression, false))));
    }

    public ColumnSpec comment(String text) {
        return new ColumnSpec(column.withComment(Optional.of(text)));
    }

    /** Adds a check that stands on this column and leaves with it. */
    public ColumnSpec check(String expression) {
        return check(CheckSpec.check(expression));
    }

    /** Adds a check that stands on this column and leaves with it. */
    public ColumnSpec check(CheckSpec check) {
        return new ColumnSpec(
                column.plus(new Check(check.name().map(Identifier::of), check.expression(), check.options())));
    }

    public ColumnSpec collation(String name) {
        return new ColumnSpec(column.withCollation(Optional.of(name)));
    }

    /** Appends SQL to the definition. */
    public ColumnSpec options(String sql) {
        return new ColumnSpec(column.withOptions(Optional.of(sql)));
    }
}
