package dev.godwit.change;

import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Computes columns of a table's rows from others, in Java.
 *
 * @param key the columns that tell rows apart and give their order, at least one
 * @param reads columns handed to the code
 * @param writes columns that the code sets
 * @param revision raised by the author when the code changes: this, and not the code, is what equality and the
 *     fingerprint see
 * @param code what computes */
public record Transform(
        QualifiedName table,
        List<Identifier> key,
        List<Identifier> reads,
        List<Identifier> writes,
        int revision,
        RowCode code)
        implements Change {

    public Transform {
        key = List.copyOf(key);
        reads = List.copyOf(reads);
        writes = List.copyOf(writes);
        if (key.isEmpty() || writes.isEmpty()) {
            throw new IllegalArgumentException(
                    "A transformation of %s needs key columns and columns to write.".formatted(table));
        }
    }

    @Override
    public Schema apply(Schema before) {
        List.of(key, reads, writes)
                .forEach(columns -> columns.forEach(column -> Require.column(Require.table(before, table), column)));
        return before;
    }

    /** Nothing in the schema has to be undone; what brings the rows back stands in the migration's {@code down}. */
    @Override
    public List<Change> inverse(Schema before) {
        return List.of();
    }

    @Override
    public boolean isComplete() {
        return false;
    }

    @Override
    public Footprint footprint() {
        return Footprint.writing(
                        writes.stream().map(column -> Ref.of(table, column)).toArray(Ref[]::new))
                .reading(reads.stream().map(column -> Ref.of(table, column)).collect(Collectors.toSet()))
                .reading(key.stream().map(column -> Ref.of(table, column)).toList());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Transform that
                && table.equals(that.table)
                && key.equals(that.key)
                && reads.equals(that.reads)
                && writes.equals(that.writes)
                && revision == that.revision;
    }

    @Override
    public int hashCode() {
        return Objects.hash(table, key, reads, writes, revision);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.transform(this);
    }
}
