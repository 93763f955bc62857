package dev.godwit.change;

import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What row code may do to the rows of a table, beyond those that it is given.
 *
 * @param key the columns that tell the rows apart; none for an insert
 * @param columns the columns that are set, without the key's; none for a delete
 */
public record RowTarget(Kind kind, QualifiedName table, List<Identifier> key, List<Identifier> columns) {

    /** What is done to a row. */
    public enum Kind {
        INSERT,
        /** Updates the row with the key's values, or inserts it. */
        UPSERT,
        UPDATE,
        DELETE;

        boolean needsKey() {
            return this != INSERT;
        }

        boolean mayInsert() {
            return this == INSERT || this == UPSERT;
        }
    }

    public RowTarget {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
        if (kind.needsKey() && key.isEmpty() || key.isEmpty() && columns.isEmpty()) {
            throw new IllegalArgumentException("Rows of %s need columns that tell them apart.".formatted(table));
        }
    }

    void require(Schema schema) {
        all().forEach(column -> Require.column(Require.table(schema, table), column));
    }

    /** The key, then the other columns. */
    public Stream<Identifier> all() {
        return Stream.concat(key.stream(), columns.stream());
    }

    Stream<Ref> writes() {
        return kind == Kind.UPDATE ? columns.stream().map(column -> Ref.of(table, column)) : Stream.of(Ref.of(table));
    }

    @Override
    public String toString() {
        return "%s %s".formatted(kind.name().toLowerCase(Locale.ROOT), table);
    }
}
