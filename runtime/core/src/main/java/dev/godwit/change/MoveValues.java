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
import java.util.function.Function;

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
 * @param columns which values go where; at least one
 * @param newRows whether a row is made where {@code to} has none and at least one of the values is not NULL
 */
public record MoveValues(QualifiedName from, QualifiedName to, List<Pair> join, List<Pair> columns, boolean newRows)
        implements Change {

    /**
     * A column of each table.
     *
     * @param from of the table whose values move
     * @param to of the table where they go
     */
    public record Pair(Identifier from, Identifier to) {}

    public MoveValues {
        join = List.copyOf(join);
        columns = List.copyOf(columns);
    }

    @Override
    public Schema apply(Schema before) {
        Table source = Require.table(before, from);
        Table target = Require.table(before, to);
        Require.that(!from.equals(to), "Values of %s are to move to the table that they are in.", from);
        Require.that(
                !join.isEmpty() && !columns.isEmpty(),
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
        Ref[] writes = newRows
                ? new Ref[] {Ref.of(to)}
                : columns.stream().map(pair -> Ref.of(to, pair.to())).toArray(Ref[]::new);
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
