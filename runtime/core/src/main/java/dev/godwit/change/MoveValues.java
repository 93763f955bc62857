package dev.godwit.change;

import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Gives the rows of a table the values that rows of another table have. It reads one table and writes the other; what
 * becomes of the columns that it reads is for other changes to say.
 *
 * <p>Where several rows belong to one row of {@code to}, that one gets of each column the least of their values, NULL
 * left aside.
 *
 * @param from whose values move
 * @param to where they go
 * @param join which rows belong together: those with the same values in these columns; at least one
 * @param columns which values go where; at least one, unless there is a kind
 * @param newRows whether a row is made where {@code to} has none and at least one of the values is not NULL
 * @param kind which rows of the one table have a row in the other; where rows are made, that takes the place of a value
 *     that is not NULL
 */
public record MoveValues(
        QualifiedName from, QualifiedName to, List<Pair> join, List<Pair> columns, boolean newRows, Optional<Kind> kind)
        implements Change {

    /**
     * A column of each table.
     *
     * @param from of the table whose values move
     * @param to of the table where they go
     */
    public record Pair(Identifier from, Identifier to) {}

    /**
     * What tells which rows have a row in the other table, as a discriminator does.
     *
     * @param column of {@code from} where rows are made, else of {@code to}
     * @param values where rows are made, those of which one is made, at least one; else what a row is given that has one,
     *     at most one: none where rows of further tables tell
     */
    public record Kind(Identifier column, List<String> values) {
        public Kind {
            values = List.copyOf(values);
        }
    }

    public MoveValues {
        join = List.copyOf(join);
        columns = List.copyOf(columns);
    }

    /** Values of rows whatever their kind. */
    public MoveValues(QualifiedName from, QualifiedName to, List<Pair> join, List<Pair> columns, boolean newRows) {
        this(from, to, join, columns, newRows, Optional.empty());
    }

    /** The value that a row is given because it has a row in the other table. */
    public Optional<String> mark() {
        return newRows
                ? Optional.empty()
                : kind.flatMap(each -> each.values().stream().findFirst());
    }

    @Override
    public Schema apply(Schema before) {
        Table source = Require.table(before, from);
        Table target = Require.table(before, to);
        Require.that(!from.equals(to), "Values of %s are to move to the table that they are in.", from);
        Require.that(
                !join.isEmpty() && (!columns.isEmpty() || kind.isPresent()),
                "Nothing says which values of %s move to %s, and how.",
                from,
                to);
        for (Pair pair : join) {
            Require.column(source, pair.from());
            Require.column(target, pair.to());
        }
        for (Pair pair : columns) {
            Require.column(source, pair.from());
            Column column = Require.column(target, pair.to());
            Require.that(
                    column.generatedAs().isEmpty(), "Column %s.%s is computed, and takes no value.", to, pair.to());
        }
        List<Identifier> written = new ArrayList<>(columnsOf(join, Pair::to));
        written.addAll(columnsOf(columns, Pair::to));
        kind.ifPresent(each -> {
            Column column = Require.column(newRows ? source : target, each.column());
            Require.that(
                    newRows ? !each.values().isEmpty() : each.values().size() <= 1,
                    "Column %s tells which rows %s and %s have in common, and %s.",
                    each.column(),
                    from,
                    to,
                    newRows ? "no value of it is stated" : "several values of it are stated");
            Require.kinds(column, each.values());
            if (!newRows) {
                written.add(each.column());
            }
        });
        Require.that(
                new HashSet<>(written).size() == written.size(),
                "Values of %s move to the same column of %s twice.",
                from,
                to);
        return before;
    }

    /** Nothing in the schema has to be undone; how the values come back stands in the way back. */
    @Override
    public List<Change> inverse(Schema before) {
        return List.of();
    }

    @Override
    public Footprint footprint() {
        List<Ref> reads = new ArrayList<>();
        join.forEach(pair -> reads.add(Ref.of(from, pair.from())));
        columns.forEach(pair -> reads.add(Ref.of(from, pair.from())));
        join.forEach(pair -> reads.add(Ref.of(to, pair.to())));
        kind.ifPresent(each -> reads.add(Ref.of(newRows ? from : to, each.column())));
        Stream<Identifier> marked =
                mark().stream().map(mark -> kind.orElseThrow().column());
        Ref[] writes = newRows
                ? new Ref[] {Ref.of(to)}
                : Stream.concat(columns.stream().map(Pair::to), marked)
                        .map(column -> Ref.of(to, column))
                        .toArray(Ref[]::new);
        return Footprint.writing(writes).reading(reads);
    }

    /** The columns of one table, in their order. */
    public static List<Identifier> columnsOf(List<Pair> pairs, Function<Pair, Identifier> side) {
        return pairs.stream().map(side).toList();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.moveValues(this);
    }
}
