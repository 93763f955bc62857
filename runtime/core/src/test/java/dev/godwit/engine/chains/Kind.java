package dev.godwit.engine.chains;

import dev.godwit.ColumnSpec;
import dev.godwit.Types;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * A kind of column.
 *
 * @param fallback for rows that are there when the column comes; empty: none is needed
 * @param value a literal for a row
 */
record Kind(Supplier<ColumnSpec> spec, Optional<String> fallback, IntFunction<String> value) {

    static final Kind TEXT =
            new Kind(() -> Types.varchar(20), Optional.empty(), row -> row % 3 == 0 ? "null" : "'t" + row + "'");

    /** What a migration gives rows that are there; new ones have the same, so that it finds nothing to do in them. */
    static final Kind NEW_TEXT = new Kind(() -> Types.varchar(20), Optional.empty(), row -> "'new'");

    static final Kind FILLED_TEXT = new Kind(() -> Types.varchar(20), Optional.empty(), row -> "'f" + row + "'");

    static final Kind SHORT_TEXT = new Kind(() -> Types.varchar(1), Optional.empty(), row -> "'s'");

    static final Kind REQUIRED_TEXT = new Kind(
            () -> Types.varchar(20).notNull(), Optional.of("'none'"), row -> row % 7 == 0 ? "''" : "'m" + row + "'");

    static final Kind NUMBER = new Kind(
            () -> Types.integer().notNull(), Optional.of("0"), row -> row % 5 == 0 ? "0" : Integer.toString(row));

    static final Kind LARGE_NUMBER = new Kind(() -> Types.bigint().notNull(), Optional.of("0"), Integer::toString);

    static final Kind AMOUNT = new Kind(() -> Types.numeric(12, 2).notNull(), Optional.of("0"), row -> row + ".25");

    static final Kind COARSE_AMOUNT =
            new Kind(() -> Types.numeric(11, 1).notNull(), Optional.of("0"), row -> row + ".5");

    static final Kind MOMENT = new Kind(
            () -> Types.timestamp(6).notNull(),
            Optional.of("timestamp '2000-01-01 00:00:00'"),
            row -> "timestamp '2026-02-03 04:05:%02d'".formatted(row % 60));

    static final Kind DAY =
            new Kind(() -> Types.date().notNull(), Optional.of("date '2000-01-01'"), row -> "date '2026-02-03'");

    private static final List<Kind> KINDS = List.of(
            TEXT,
            TEXT,
            REQUIRED_TEXT,
            SHORT_TEXT,
            NUMBER,
            LARGE_NUMBER,
            AMOUNT,
            COARSE_AMOUNT,
            MOMENT,
            new Kind(
                    () -> Types.varchar(3).notNull().defaultValue("EUR"),
                    Optional.empty(),
                    row -> "'C" + row % 10 + "'"),
            new Kind(() -> Types.integer().notNull().defaultSql("7"), Optional.empty(), Integer::toString),
            new Kind(() -> Types.bool().notNull(), Optional.of("false"), row -> row % 2 == 0 ? "true" : "false"),
            new Kind(() -> Types.bool(), Optional.empty(), row -> row % 2 == 0 ? "true" : "null"),
            new Kind(() -> Types.date(), Optional.empty(), row -> "date '2026-01-%02d'".formatted(1 + row % 28)),
            new Kind(() -> Types.enumOf("A", "B").notNull(), Optional.of("'B'"), row -> row % 2 == 0 ? "'A'" : "'B'"),
            new Kind(() -> Types.enumOf("X", "Y"), Optional.empty(), row -> row % 2 == 0 ? "'X'" : "null"),
            new Kind(
                    () -> Types.uuid().notNull(),
                    Optional.of("'00000000-0000-0000-0000-000000000000'"),
                    row -> "'00000000-0000-0000-0000-%012d'".formatted(row)),
            new Kind(() -> Types.longVarchar(1_000_000).notNull(), Optional.of("'long'"), row -> "'long " + row + "'"));

    static final Kind UNIQUE = new Kind(() -> Types.varchar(20), Optional.empty(), row -> "'u" + row + "'");

    static final Kind REFERENCE = new Kind(Types::bigint, Optional.empty(), row -> "null");

    static Kind any(Random random) {
        return KINDS.get(random.nextInt(KINDS.size()));
    }
}
