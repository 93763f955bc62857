package dev.godwit.plan;

import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table of the values that a migration replaces in one column: each row has the primary key of a row, its {@link #OLD}
 * value, and the {@link #NEW} one that the migration gave it, by which a row is known that nobody has changed since.
 *
 * @param table whose rows they are, under its name before the migration
 * @param column whose values they are, under its name before the migration
 * @param name reserved
 */
public record ValueStore(QualifiedName table, Identifier column, QualifiedName name) {

    public static final Identifier OLD = Identifier.of("old_value");
    public static final Identifier NEW = Identifier.of("new_value");

    /** The columns of the store that hold a primary key of so many columns, in its order. */
    public static List<Identifier> key(int columns) {
        return IntStream.rangeClosed(1, columns)
                .mapToObj(number -> Identifier.of("key_" + number))
                .toList();
    }
}
