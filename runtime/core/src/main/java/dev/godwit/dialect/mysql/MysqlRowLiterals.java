package dev.godwit.dialect.mysql;

import dev.godwit.change.DatabaseKind;
import dev.godwit.dialect.Dialect;
import dev.godwit.dialect.standard.RowLiterals;
import dev.godwit.schema.Type;
import dev.godwit.schema.Type.Simple;
import dev.godwit.schema.Type.Temporal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Values as MySQL and MariaDB read them from texts and numbers. */
final class MysqlRowLiterals extends RowLiterals {

    /** Four bytes hold about seven digits. */
    private static final String SINGLE_PRECISION = "1e-6";

    private static final int SINGLE = 24;

    MysqlRowLiterals(Dialect dialect) {
        super(dialect);
    }

    /** A collation may take different texts for equal, and a literal of a float is a double. */
    @Override
    protected String equal(String column, Type type, String literal) {
        if (isText(type)) {
            return "cast(convert(%s using utf8mb4) as binary) = cast(convert(%s using utf8mb4) as binary)"
                    .formatted(column, literal);
        }
        return type instanceof Type.Float number && number.precision() <= SINGLE
                ? "abs(%s - %s) <= abs(%s) * %s".formatted(column, literal, literal, SINGLE_PRECISION)
                : super.equal(column, type, literal);
    }

    @Override
    protected String flag(String text) {
        return text.equals("true") ? "1" : "0";
    }

    @Override
    protected String json(String text) {
        String literal = dialect().literal(text);
        return dialect().kind() == DatabaseKind.MYSQL ? "cast(%s as json)".formatted(literal) : literal;
    }

    @Override
    protected String other(Type type, String text) {
        if (type instanceof Temporal temporal) {
            return switch (temporal.kind()) {
                case TIMESTAMP_UTC -> time(LocalDateTime.ofInstant(Instant.parse(text), ZoneOffset.UTC));
                case TIMESTAMP_WITH_TIME_ZONE -> moment(Instant.parse(text));
                case TIMESTAMP -> time(LocalDateTime.parse(text));
                default -> dialect().literal(text);
            };
        }
        if (type instanceof Simple simple) {
            return switch (simple.kind()) {
                case UUID ->
                    dialect().render(type).equals("uuid") ? dialect().literal(text) : bytes(text.replace("-", ""));
                case DATE -> dialect().literal(text);
                default -> text;
            };
        }
        return text;
    }

    private String time(LocalDateTime time) {
        return dialect().literal(time.toString().replace('T', ' '));
    }

    /** A column of this type is read and written in the session's time zone, whatever that is. */
    private static String moment(Instant moment) {
        return "from_unixtime(%d.%06d)".formatted(moment.getEpochSecond(), moment.getNano() / 1_000);
    }

    @Override
    public String fromNowhere() {
        return " from dual";
    }
}
