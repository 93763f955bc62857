package dev.godwit.dialect.phased;

import dev.godwit.change.AlterColumn;
import dev.godwit.change.DatabaseKind;
import dev.godwit.dialect.Dialect;
import dev.godwit.plan.PhaseNames;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Type;
import dev.godwit.schema.Type.Simple;
import java.util.Map;
import java.util.Optional;

/**
 * A column of whole numbers that gets another width while two versions of an application use it. Both can live with the
 * wider one, as long as nobody writes what the narrower one has no room for.
 *
 * @param from as the running version knows it
 * @param to the same column with another type
 * @param widens whether the type of {@code to} is the wider one
 * @param bytes how many of them a value of the narrower type takes
 */
public record TypeChange(QualifiedName table, Column from, Column to, boolean widens, int bytes) {

    private static final Map<Simple.Kind, Integer> BYTES =
            Map.of(Simple.Kind.TINYINT, 1, Simple.Kind.SMALLINT, 2, Simple.Kind.INTEGER, 4, Simple.Kind.BIGINT, 8);

    /** The change of a column's type, if it is one between whole numbers. */
    public static Optional<TypeChange> of(Dialect dialect, AlterColumn change) {
        return bytes(dialect, change.from().type())
                .flatMap(before -> bytes(dialect, change.to().type())
                        .map(after -> new TypeChange(
                                change.table(), change.from(), change.to(), before < after, Math.min(before, after))));
    }

    /** PostgreSQL has no type of one byte. */
    private static Optional<Integer> bytes(Dialect dialect, Type type) {
        int least = dialect.kind() == DatabaseKind.POSTGRESQL ? 2 : 1;
        return type instanceof Simple simple
                ? Optional.ofNullable(BYTES.get(simple.kind())).map(bytes -> Math.max(bytes, least))
                : Optional.empty();
    }

    /** The narrower of the two. */
    public Column narrow() {
        return widens() ? from : to;
    }

    /** The wider of the two. */
    public Column wide() {
        return widens() ? to : from;
    }

    /** A column of the new type beside the old one, in a form that no writer can fall foul of. */
    public Column beside() {
        return Column.of(name("beside", from.name()).text(), to.type());
    }

    /** A reserved name. */
    public Identifier name(String purpose, Identifier original) {
        return PhaseNames.of(table, "type of %s: %s".formatted(from.name(), purpose), original);
    }

    /** A condition on a value that holds when both types have room for it. */
    public String fits(String value) {
        long most = (1L << (8 * bytes - 1)) - 1;
        return "%s between %d and %d".formatted(value, -most - 1, most);
    }

    /** What the column beside holds; a value for which it has no room becomes NULL. */
    public String following(String value) {
        return "(case when %s then %s end)".formatted(fits(value), value);
    }
}
