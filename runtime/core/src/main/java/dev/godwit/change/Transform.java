package dev.godwit.change;

import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Computes columns of a table's rows from others, in Java.
 *
 * @param key the columns that tell rows apart and give their order, at least one
 * @param reads columns handed to the code
 * @param writes columns that the code sets
 * @param targets what it does to other rows
 * @param forGood whether no database keeps the values that it replaces for the way back
 * @param revision raised by the author when the code changes: this, and not the code, is what equality and the
 *     fingerprint see
 * @param code what computes */
public record Transform(
        QualifiedName table,
        List<Identifier> key,
        List<Identifier> reads,
        List<Identifier> writes,
        List<RowTarget> targets,
        boolean forGood,
        int revision,
        RowCode code)
        implements Change {

    /** Code that computes columns whose old values may be kept. */
    public Transform(
            QualifiedName table,
            List<Identifier> key,
            List<Identifier> reads,
            List<Identifier> writes,
            List<RowTarget> targets,
            int revision,
            RowCode code) {
        this(table, key, reads, writes, targets, false, revision, code);
    }

    /** Code that computes columns of the rows it reads, and touches no others. */
    public Transform(
            QualifiedName table,
            List<Identifier> key,
            List<Identifier> reads,
            List<Identifier> writes,
            int revision,
            RowCode code) {
        this(table, key, reads, writes, List.of(), false, revision, code);
    }

    public Transform {
        key = List.copyOf(key);
        reads = List.copyOf(reads);
        writes = List.copyOf(writes);
        targets = List.copyOf(targets);
        if (key.isEmpty() || writes.isEmpty() && targets.isEmpty()) {
            throw new IllegalArgumentException(
                    "A transformation of %s needs key columns and columns to write.".formatted(table));
        }
        if (targets.stream()
                .anyMatch(
                        target -> target.table().equals(table) && target.kind().mayInsert())) {
            throw new IllegalArgumentException(
                    "A transformation of %s cannot insert into it: it would read its own rows.".formatted(table));
        }
    }

    @Override
    public Schema apply(Schema before) {
        List.of(key, reads, writes)
                .forEach(columns -> columns.forEach(column -> Require.column(Require.table(before, table), column)));
        targets.forEach(target -> target.require(before));
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
        return Footprint.writing(Stream.concat(
                                writes.stream().map(column -> Ref.of(table, column)),
                                targets.stream().flatMap(RowTarget::writes))
                        .distinct()
                        .toArray(Ref[]::new))
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
                && targets.equals(that.targets)
                && forGood == that.forGood
                && revision == that.revision;
    }

    @Override
    public int hashCode() {
        return Objects.hash(table, key, reads, writes, targets, forGood, revision);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.transform(this);
    }
}
