package dev.godwit.dialect.phased;

import dev.godwit.dialect.standard.Site;
import dev.godwit.schema.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The conditions and values that triggers are made of, in words that databases share: {@code new} is the row as it is
 * being written, {@code old} what it was.
 */
public final class StepText {

    private final Site site;
    private final Twins twins;
    private final Difference difference;
    private final Set<Identifier> columns;

    public StepText(Site site, Twins twins, Difference difference) {
        this.site = site;
        this.twins = twins;
        this.difference = difference;
        this.columns = Stream.of(twins.old(), twins.fresh())
                .flatMap(List::stream)
                .map(side -> side.column().name())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        this.columns.addAll(site.progress().table(twins.table()).columns().keySet());
    }

    /** Whether the writer of a new row has named one of these columns. */
    public String stated(List<Side> sides) {
        List<String> conditions = new ArrayList<>();
        for (Side side : sides) {
            side.unstated().ifPresent(value -> conditions.add(difference.of(side, in("new", side), value)));
        }
        return conditions.isEmpty() ? "1 = 0" : String.join(" or ", conditions);
    }

    /** Whether one of these columns changes. */
    public String changed(List<Side> sides) {
        return either(sides, side -> difference.of(side, in("new", side), in("old", side)));
    }

    /** Whether the new side is given something else than follows from the old one, which a fill never does. */
    public String strays() {
        return either(
                twins.fresh(),
                side -> "%s and %s"
                        .formatted(
                                difference.of(side, in("new", side), in("old", side)),
                                difference.of(side, in("new", side), value("new", side))));
    }

    /** A condition on a row that holds when neither side is what follows from the other. */
    public String apart() {
        return "(%s) and (%s)".formatted(unlike(twins.fresh()), unlike(twins.old()));
    }

    /** A condition on a row that holds when these columns are not what follows from the others. */
    public String unlike(List<Side> sides) {
        return either(
                sides, side -> difference.of(side, site.quote(side.column().name()), "(" + side.value() + ")"));
    }

    /** A column of a row. */
    public String in(String row, Side side) {
        return row + "." + site.quote(side.column().name());
    }

    /** What a column has to be, from a row's other side. */
    public String value(String row, Side side) {
        return SqlNames.replace(side.value(), columns, name -> row + "." + site.quote(name));
    }

    private static String either(List<Side> sides, Function<Side, String> condition) {
        return sides.stream().map(condition).collect(Collectors.joining(" or "));
    }
}
