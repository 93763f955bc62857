package dev.godwit.dialect.standard;

import dev.godwit.change.AlterColumn;
import dev.godwit.schema.Column;
import dev.godwit.schema.Type;
import dev.godwit.schema.Type.EnumOf;
import dev.godwit.schema.Type.Numeric;
import dev.godwit.schema.Type.Simple;
import dev.godwit.schema.Type.Sized;
import dev.godwit.schema.Type.Temporal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Which values of a column that gets another type do not come back by being converted back. */
final class Loss {

    private static final Set<Simple.Kind> INTEGERS =
            Set.of(Simple.Kind.TINYINT, Simple.Kind.SMALLINT, Simple.Kind.INTEGER, Simple.Kind.BIGINT);

    private final Site site;

    Loss(Site site) {
        this.site = site;
    }

    /**
     * A condition for the rows that may lose something.
     *
     * @return empty where none does: what the database refuses to convert is not lost
     */
    Optional<String> rows(AlterColumn change, ColumnDifference difference) {
        Column from = change.from();
        Column to = change.to();
        boolean computed = difference.generation() && to.generatedAs().isPresent();
        if (from.generatedAs().isPresent() || !difference.type() && !computed) {
            return Optional.empty();
        }
        if (computed || change.conversion().isPresent()) {
            return Optional.of("1 = 1");
        }
        return isFaithful(from.type(), to.type())
                ? Optional.empty()
                : Optional.of(changed(from.type(), to.type(), site.quote(from.name()))
                        .orElse(site.quote(from.name()) + " is not null"));
    }

    /** Whether what the new type takes comes back unharmed. */
    private boolean isFaithful(Type from, Type to) {
        return isText(to) && (isText(from) || from instanceof EnumOf)
                || isText(from) && to instanceof EnumOf && tellsCasesApart()
                || from instanceof EnumOf && to instanceof EnumOf
                || scale(from).isPresent()
                        && scale(to).isPresent()
                        && scale(from).getAsInt() <= scale(to).getAsInt()
                || is(from, Simple.Kind.REAL) && is(to, Simple.Kind.DOUBLE)
                || is(from, Simple.Kind.DATE) && isTimestamp(to)
                || isMorePrecise(from, to);
    }

    /** Whether an enum takes a text only in the letters that it states. */
    private boolean tellsCasesApart() {
        return switch (site.dialect().kind()) {
            case POSTGRESQL, H2 -> true;
            case MARIADB, MYSQL -> false;
        };
    }

    private static boolean isText(Type type) {
        return type instanceof Sized sized
                && switch (sized.kind()) {
                    case VARCHAR, LONG_VARCHAR, NVARCHAR, LONG_NVARCHAR, CLOB, NCLOB -> true;
                    case CHAR, NCHAR, BINARY, VARBINARY, LONG_VARBINARY, BLOB -> false;
                };
    }

    /** Digits behind the point of an exact number. */
    private static OptionalInt scale(Type type) {
        if (type instanceof Numeric numeric) {
            return OptionalInt.of(numeric.scale());
        }
        return isInteger(type) ? OptionalInt.of(0) : OptionalInt.empty();
    }

    private static boolean isInteger(Type type) {
        return type instanceof Simple simple && INTEGERS.contains(simple.kind());
    }

    private static boolean is(Type type, Simple.Kind kind) {
        return type instanceof Simple simple && simple.kind() == kind;
    }

    private static boolean isTimestamp(Type type) {
        return type instanceof Temporal temporal && temporal.kind() == Temporal.Kind.TIMESTAMP;
    }

    private static boolean isMorePrecise(Type from, Type to) {
        return from instanceof Temporal before
                && to instanceof Temporal after
                && before.kind() == after.kind()
                && before.precision().isPresent()
                && after.precision().isPresent()
                && before.precision().getAsInt() <= after.precision().getAsInt();
    }

    /** A condition that only those values fulfil that lose digits, where it is known how they are rounded. */
    private Optional<String> changed(Type from, Type to, String value) {
        if (scale(from).isPresent() && scale(to).isPresent()) {
            return Optional.of(
                    "%s <> round(%s, %d)".formatted(value, value, scale(to).getAsInt()));
        }
        return isTimestamp(from) && is(to, Simple.Kind.DATE)
                ? Optional.of("%s <> cast(%s as date)".formatted(value, value))
                : Optional.empty();
    }
}
