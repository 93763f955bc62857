package dev.godwit.engine.chains;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * What one version has in these columns, and the other one in others or in another table.
 *
 * @param name for both versions
 * @param standIns what says in each column, beside NULL, that there is nothing; empty: NULL alone
 * @param reading how one version's value reads in words that both have
 */
record Group(String name, List<String> columns, List<String> standIns, UnaryOperator<String> reading) {

    static final String NOTHING = "null";

    Group {
        columns = List.copyOf(columns);
        standIns = List.copyOf(standIns);
    }

    static Group of(String name, String... columns) {
        return new Group(name, List.of(columns), List.of(), UnaryOperator.identity());
    }

    Group standIns(List<String> other) {
        return new Group(name, columns, other, reading);
    }

    Group reading(UnaryOperator<String> other) {
        return new Group(name, columns, standIns, other);
    }

    Group renamed(String from, String to) {
        return new Group(name, Names.renamed(columns, from, to), standIns, reading);
    }

    /** @param row which lacks all columns where there is no such row */
    String value(Map<String, String> row) {
        List<String> values = IntStream.range(0, columns.size())
                .mapToObj(i -> value(row.getOrDefault(columns.get(i), NOTHING), i))
                .toList();
        return values.stream().allMatch(NOTHING::equals) ? NOTHING : String.join("|", values);
    }

    private String value(String value, int column) {
        boolean nothing = value.equals(NOTHING)
                || !standIns.isEmpty() && standIns.get(column).equals(value);
        return nothing ? NOTHING : reading.apply(value);
    }
}
