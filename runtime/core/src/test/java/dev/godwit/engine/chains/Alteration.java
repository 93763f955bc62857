package dev.godwit.engine.chains;

import dev.godwit.TableChanges;
import java.util.List;
import java.util.Optional;

/**
 * Another kind for a column, and back again.
 *
 * @param conversion of the values, with {@code %s} for the column
 * @param back the same for the way back
 */
record Alteration(Kind from, Kind to, Optional<String> conversion, Optional<String> back) {

    private static final List<Alteration> ALL = List.of(
            new Alteration(Kind.AMOUNT, Kind.COARSE_AMOUNT, Optional.empty(), Optional.empty()),
            new Alteration(Kind.COARSE_AMOUNT, Kind.AMOUNT, Optional.empty(), Optional.empty()),
            new Alteration(Kind.MOMENT, Kind.DAY, Optional.empty(), Optional.empty()),
            new Alteration(Kind.TEXT, Kind.SHORT_TEXT, Optional.of("substring(%s from 1 for 1)"), Optional.empty()),
            new Alteration(Kind.SHORT_TEXT, Kind.TEXT, Optional.empty(), Optional.of("substring(%s from 1 for 1)")),
            new Alteration(Kind.TEXT, Kind.REQUIRED_TEXT, Optional.of("'none'"), Optional.empty()),
            new Alteration(Kind.NUMBER, Kind.LARGE_NUMBER, Optional.empty(), Optional.empty()),
            new Alteration(Kind.LARGE_NUMBER, Kind.NUMBER, Optional.empty(), Optional.empty()));

    /** The column's alteration in a migration's way forward. */
    TableChanges forward(TableChanges table, String column) {
        return alter(table, column, from, to, conversion);
    }

    TableChanges back(TableChanges table, String column) {
        return alter(table, column, to, from, back);
    }

    private static TableChanges alter(
            TableChanges table, String column, Kind from, Kind to, Optional<String> conversion) {
        return conversion
                .map(sql ->
                        table.alterColumn(column, from.spec().get(), to.spec().get(), sql.formatted(column)))
                .orElseGet(() ->
                        table.alterColumn(column, from.spec().get(), to.spec().get()));
    }

    /** What a column of a kind may become. */
    static List<Alteration> of(Kind kind) {
        return ALL.stream().filter(alteration -> alteration.from == kind).toList();
    }
}
