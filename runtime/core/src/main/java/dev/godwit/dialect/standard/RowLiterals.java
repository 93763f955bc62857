package dev.godwit.dialect.standard;

import dev.godwit.change.ValueText;
import dev.godwit.dialect.Dialect;
import dev.godwit.schema.Type;
import dev.godwit.schema.Type.EnumOf;
import dev.godwit.schema.Type.Simple;
import dev.godwit.schema.Type.Sized;
import java.util.Optional;

/** How values that are stated as texts are written and compared, by the type of their column. */
public class RowLiterals {

    private final Dialect dialect;

    public RowLiterals(Dialect dialect) {
        this.dialect = dialect;
    }

    protected final Dialect dialect() {
        return dialect;
    }

    /** The value as an expression; empty is NULL. */
    public final String literal(Type type, Optional<String> value) {
        return value.map(text -> literal(type, ValueText.canonical(type, text))).orElseGet(() -> nothing(type));
    }

    /** A condition that holds where a column has the value, to the last bit. */
    public final String same(String column, Type type, Optional<String> value) {
        return value.isEmpty() ? column + " is null" : equal(column, type, literal(type, value));
    }

    /** NULL as a value of a type. */
    protected String nothing(Type type) {
        return "null";
    }

    /** @param literal of a value that is not NULL */
    protected String equal(String column, Type type, String literal) {
        return column + " = " + literal;
    }

    /** @param text canonical */
    private String literal(Type type, String text) {
        if (type instanceof Sized sized) {
            return isBytes(sized) ? bytes(text) : dialect.literal(text);
        }
        if (type instanceof EnumOf enumeration) {
            return switch (enumeration.storage()) {
                case ORDINAL -> text;
                case NAME, REFERENCED_NAME -> dialect.literal(text);
                case NAMED_TYPE, NAMED_ORDINAL_TYPE -> named(enumeration, text);
            };
        }
        return type instanceof Simple simple ? simple(simple, text) : other(type, text);
    }

    private String simple(Simple type, String text) {
        return switch (type.kind()) {
            case BOOLEAN, BIT -> flag(text);
            case TINYINT, SMALLINT, INTEGER, BIGINT -> text;
            case JSON -> json(text);
            case REAL, DOUBLE, DATE, UUID, XML, INET -> other(type, text);
        };
    }

    private static boolean isBytes(Sized type) {
        return switch (type.kind()) {
            case BINARY, VARBINARY, LONG_VARBINARY, BLOB -> true;
            case CHAR, VARCHAR, LONG_VARCHAR, NCHAR, NVARCHAR, LONG_NVARCHAR, CLOB, NCLOB -> false;
        };
    }

    /** Whether a type holds characters. */
    protected static boolean isText(Type type) {
        return type instanceof Sized sized && !isBytes(sized)
                || type instanceof EnumOf enumeration && enumeration.storage() != EnumOf.Storage.ORDINAL;
    }

    /** @param text {@code true} or {@code false} */
    protected String flag(String text) {
        return text;
    }

    /** @param digits pairs of hexadecimal digits */
    protected String bytes(String digits) {
        return "X'" + digits + "'";
    }

    /** A value of a type that has a name of its own. */
    protected String named(EnumOf type, String text) {
        return dialect.literal(text);
    }

    protected String json(String text) {
        return "json " + dialect.literal(text);
    }

    /** Numbers that are not whole, dates and times, and what else the database reads from a text. */
    protected String other(Type type, String text) {
        return "cast(%s as %s)".formatted(dialect.literal(text), dialect.render(type));
    }

    /** A text, for people. */
    final String text(String text) {
        return dialect.literal(text);
    }

    /** What stands behind the values of a row that is selected from nowhere. */
    public String fromNowhere() {
        return "";
    }
}
