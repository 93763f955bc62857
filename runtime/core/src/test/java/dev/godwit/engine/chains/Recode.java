package dev.godwit.engine.chains;

import dev.godwit.ColumnSpec;
import dev.godwit.Types;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Two ways to say the same in columns. */
record Recode(Side from, Side to) {

    /**
     * One of them.
     *
     * @param kinds all required
     * @param bare the same, not required; empty: no code computes them
     * @param sql what computes each from the other side, with {@code %1$s} and so on for its columns
     * @param code the same in Java
     * @param reading what the two have in common, for each column
     */
    record Side(
            List<Kind> kinds,
            List<Kind> bare,
            List<String> sql,
            UnaryOperator<List<String>> code,
            UnaryOperator<String> reading) {}

    private static final Kind WHOLE =
            new Kind(() -> Types.varchar(40).notNull(), Optional.of("'x|y'"), row -> "'a%d|b%d'".formatted(row, row));
    private static final Kind FIRST =
            new Kind(() -> Types.varchar(20).notNull(), Optional.of("'x'"), row -> "'a" + row + "'");
    private static final Kind SECOND =
            new Kind(() -> Types.varchar(20).notNull(), Optional.of("'y'"), row -> "'b" + row + "'");

    private static final Recode SPLIT = new Recode(
            new Side(
                    List.of(WHOLE),
                    List.of(bare(Types.varchar(40))),
                    List.of("concat(%1$s, '|', %2$s)"),
                    parts -> List.of(String.join("|", parts)),
                    UnaryOperator.identity()),
            new Side(
                    List.of(FIRST, SECOND),
                    List.of(bare(Types.varchar(20)), bare(Types.varchar(20))),
                    List.of(
                            "substring(%1$s, 1, position('|' in %1$s) - 1)",
                            "substring(%1$s, position('|' in %1$s) + 1)"),
                    whole -> List.of(whole.get(0).split("\\|")),
                    UnaryOperator.identity()));

    private static final Recode WRAPPED = new Recode(
            new Side(
                    List.of(FIRST),
                    List.of(bare(Types.varchar(20))),
                    List.of("substring(%1$s, 2)"),
                    other -> List.of(other.get(0).substring(1)),
                    UnaryOperator.identity()),
            new Side(
                    List.of(new Kind(() -> Types.varchar(30).notNull(), Optional.of("'zx'"), row -> "'za" + row + "'")),
                    List.of(bare(Types.varchar(30))),
                    List.of("concat('z', %1$s)"),
                    other -> List.of("z" + other.get(0)),
                    text -> text.substring(1)));

    private static final Recode ENUM = new Recode(
            new Side(
                    List.of(enumOf("OPEN", "DONE")),
                    List.of(),
                    List.of("case %1$s when 'CLOSED' then 'DONE' else 'OPEN' end"),
                    UnaryOperator.identity(),
                    UnaryOperator.identity()),
            new Side(
                    List.of(enumOf("OPEN", "CLOSED")),
                    List.of(),
                    List.of("case %1$s when 'DONE' then 'CLOSED' else 'OPEN' end"),
                    UnaryOperator.identity(),
                    text -> text.replace("CLOSED", "DONE")));

    private static final Recode CAST = new Recode(
            new Side(
                    List.of(new Kind(() -> Types.varchar(20).notNull(), Optional.of("'0'"), row -> "'" + row + "'")),
                    List.of(),
                    List.of("concat('', %1$s)"),
                    UnaryOperator.identity(),
                    UnaryOperator.identity()),
            new Side(
                    List.of(Kind.NUMBER),
                    List.of(),
                    List.of("cast(%1$s as decimal(10))"),
                    UnaryOperator.identity(),
                    UnaryOperator.identity()));

    static final List<Recode> ALL = List.of(SPLIT, SPLIT, WRAPPED, ENUM, CAST);

    private static Kind bare(ColumnSpec spec) {
        return new Kind(() -> spec, Optional.empty(), row -> "null");
    }

    private static Kind enumOf(String first, String second) {
        return new Kind(
                () -> Types.enumOf(first, second).notNull(),
                Optional.of("'" + first + "'"),
                row -> "'" + (row % 2 == 0 ? first : second) + "'");
    }

    boolean hasCode() {
        return !from.bare().isEmpty();
    }

    Recode reversed() {
        return new Recode(to, from);
    }
}
