package dev.godwit.dialect.phased;

import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words that triggers are made of: {@code new} is the row as it is being written, {@code old} what it was.
 *
 * @param quote how names are written
 * @param difference how the database says that two values differ
 * @param columns what expressions may name
 */
public record Wording(Function<Identifier, String> quote, Difference difference, Collection<Identifier> columns) {

    private static final Pattern SIMPLE = Pattern.compile("[\\w.\"`$]+|'[^']*'");

    /** How a database says that two values differ, NULL being a value like others. */
    @FunctionalInterface
    public interface Difference {

        /**
         * A condition.
         *
         * @param column whose type the values have
         */
        String of(Column column, String left, String right);
    }

    /** A column of a row. */
    public String in(String row, Column column) {
        return row + "." + quote.apply(column.name());
    }

    /** An expression over the columns of a row. */
    String over(String row, String expression) {
        return SqlNames.replace(expression, columns, name -> row + "." + quote.apply(name));
    }

    /** A {@code case} has words in it at which PL/pgSQL takes a condition to end, unless they stand in parentheses. */
    private static String operand(String sql) {
        return SIMPLE.matcher(sql).matches() ? sql : "(" + sql + ")";
    }

    /** Whether the writer of a new row has given a column another value than a row has that does not name it. */
    String stated(Column column, String unstated) {
        return difference.of(column, in("new", column), operand(unstated));
    }

    /** Whether a column changes. */
    String changed(Column column) {
        return difference.of(column, in("new", column), in("old", column));
    }

    /** Whether the writer of a new row has named one of these columns. */
    String stated(List<Side> sides) {
        List<String> conditions = new ArrayList<>();
        for (Side side : sides) {
            Optional<String> unstated = side.unstated();
            unstated.ifPresent(value -> conditions.add(stated(side.column(), value)));
        }
        return conditions.isEmpty() ? "1 = 0" : String.join(" or ", conditions);
    }

    /** Whether one of these columns changes. */
    String changed(List<Side> sides) {
        return either(sides, side -> changed(side.column()));
    }

    /** Whether a column is given something else than follows from the other side, which a fill never does. */
    String strays(List<Side> sides) {
        return either(
                sides,
                side -> "%s and %s"
                        .formatted(
                                changed(side.column()),
                                difference.of(
                                        side.column(), in("new", side.column()), operand(over("new", side.value())))));
    }

    /** A condition on a row outside of triggers that holds when columns are not what follows from the other side. */
    public String unlike(List<Side> sides) {
        return either(
                sides,
                side -> difference.of(side.column(), quote.apply(side.column().name()), "(" + side.value() + ")"));
    }

    /** The values that these columns take from the other side. */
    List<Case.Assignment> follow(List<Side> sides) {
        return sides.stream()
                .map(side -> new Case.Assignment(in("new", side.column()), over("new", side.value())))
                .toList();
    }

    /** NULL in these columns. */
    List<Case.Assignment> empty(List<Side> sides) {
        return sides.stream()
                .map(side -> new Case.Assignment(in("new", side.column()), "null"))
                .toList();
    }

    private static String either(List<Side> sides, Function<Side, String> condition) {
        return sides.stream().map(condition).collect(Collectors.joining(" or "));
    }
}
