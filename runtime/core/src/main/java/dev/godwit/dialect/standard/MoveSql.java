package dev.godwit.dialect.standard;

import dev.godwit.change.DatabaseKind;
import dev.godwit.change.MoveValues;
import dev.godwit.change.MoveValues.Pair;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.Table;
import dev.godwit.schema.Type;
import dev.godwit.schema.Type.Simple;
import dev.godwit.schema.UniqueKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The statements that move values from one table to another; each finds nothing to do once it has been executed. */
final class MoveSql {

    /** How the columns of a list are called: like none of a table's. */
    private static final String KEY = "godwit_key_";

    private static final String VALUE = "godwit_value_";

    private final Site site;
    private final MoveValues move;
    private final Table from;
    private final Table to;
    private final Optional<KindSql> kind;

    MoveSql(Site site, MoveValues move) {
        this.site = site;
        this.move = move;
        this.from = site.progress().table(move.from());
        this.to = site.progress().table(move.to());
        this.kind = move.kind().map(each -> KindSql.of(site, move.newRows() ? from : to, each));
    }

    Table from() {
        return from;
    }

    Table to() {
        return to;
    }

    /** Whether one row may get several: then the values are those of its members, and none takes the place of another. */
    boolean makesCollection() {
        return move.newRows() && !isKey(to, MoveValues.columnsOf(move.join(), Pair::to));
    }

    /** Whether one row of the other table belongs to each row at most. */
    boolean hasOneSource() {
        return isKey(from, MoveValues.columnsOf(move.join(), Pair::from));
    }

    private static boolean isKey(Table table, Collection<Identifier> columns) {
        Stream<List<Identifier>> keys = Stream.concat(
                table.primaryKey().stream().map(key -> key.columns()),
                Stream.concat(
                        table.uniqueKeys().stream().map(key -> key.columns()),
                        table.indexes().stream()
                                .filter(index -> index.unique()
                                        && index.options().isEmpty()
                                        && index.columns().size()
                                                == index.parts().size())
                                .map(index -> index.columns())));
        return keys.anyMatch(columns::containsAll);
    }

    /** The columns that rows which are there are given values in. */
    List<Identifier> targets() {
        return Stream.concat(
                        move.columns().stream().map(Pair::to),
                        kind.filter(each -> move.mark().isPresent()).map(KindSql::column).stream())
                .toList();
    }

    /** Gives rows the values, without the condition. */
    String update() {
        return "update %s set %s"
                .formatted(
                        site.quote(move.to()),
                        Stream.concat(
                                        move.columns().stream()
                                                .map(pair -> site.quote(pair.to()) + " = " + moved(pair)),
                                        move
                                                .mark()
                                                .map(mark -> kind.orElseThrow().marked(mark))
                                                .stream())
                                .collect(Collectors.joining(", ")));
    }

    /**
     * Which rows still need it.
     *
     * @param all whether a row to which no other one belongs gets NULL
     */
    String updated(boolean all) {
        String different = Stream.concat(
                        move.columns().stream().map(pair -> same(qualified(to, pair.to()), moved(pair))),
                        move
                                .mark()
                                .map(mark -> same(
                                        qualified(to, kind.orElseThrow().column()),
                                        kind.orElseThrow().literal(mark)))
                                .stream())
                .collect(Collectors.joining(" and ", "not (", ")"));
        return all
                ? different
                : "exists (select 1 from %s f where %s) and %s"
                        .formatted(
                                site.quote(move.from()),
                                joined(column -> "f." + site.quote(column), column -> qualified(to, column)),
                                different);
    }

    /** The value that a row gets. */
    private String moved(Pair pair) {
        String rows = "select f.%s from %s f where %s"
                .formatted(
                        site.quote(pair.from()),
                        site.quote(move.from()),
                        joined(column -> "f." + site.quote(column), column -> qualified(to, column)));
        return converted(pair, "(" + (hasOneSource() ? rows : rows + least(pair)) + ")");
    }

    /**
     * Whether one would look through all rows for each row: PostgreSQL makes no index for a foreign key. There the rows that
     * belong together are better found all at once.
     */
    boolean isFoundByScanning() {
        List<Identifier> join = MoveValues.columnsOf(move.join(), Pair::from);
        return site.dialect().kind() == DatabaseKind.POSTGRESQL
                && Stream.of(
                                from.primaryKey().stream().map(PrimaryKey::columns),
                                from.uniqueKeys().stream().map(UniqueKey::columns),
                                from.indexes().stream().map(Index::columns))
                        .flatMap(Function.identity())
                        .noneMatch(columns ->
                                columns.size() >= join.size() && join.containsAll(columns.subList(0, join.size())));
    }

    /** Gives rows the values of a list that is made of all rows first, without the condition. */
    String updateFromList(boolean all) {
        List<String> listed = Stream.concat(
                        IntStream.range(0, move.join().size())
                                .mapToObj(i -> "t.%s as %s"
                                        .formatted(site.quote(move.join().get(i).to()), KEY + i)),
                        IntStream.range(0, move.columns().size())
                                .mapToObj(i -> leastOf(move.columns().get(i)) + " as " + VALUE + i))
                .toList();
        return "update %s set %s from (select %s from %s t %sjoin %s f on %s group by %s) m"
                .formatted(
                        site.quote(move.to()),
                        IntStream.range(0, move.columns().size())
                                .mapToObj(i -> site.quote(move.columns().get(i).to()) + " = " + listed(i))
                                .collect(Collectors.joining(", ")),
                        String.join(", ", listed),
                        site.quote(move.to()),
                        all ? "left " : "",
                        site.quote(move.from()),
                        joined(column -> "f." + site.quote(column), column -> "t." + site.quote(column)),
                        move.join().stream()
                                .map(pair -> "t." + site.quote(pair.to()))
                                .collect(Collectors.joining(", ")));
    }

    /** Which rows still need what stands in the list. */
    String updatedFromList() {
        return Stream.concat(
                        IntStream.range(0, move.join().size())
                                .mapToObj(i -> "m.%s = %s"
                                        .formatted(
                                                KEY + i,
                                                qualified(to, move.join().get(i).to()))),
                        Stream.of(IntStream.range(0, move.columns().size())
                                .mapToObj(i ->
                                        same(qualified(to, move.columns().get(i).to()), listed(i)))
                                .collect(Collectors.joining(" and ", "not (", ")"))))
                .collect(Collectors.joining(" and "));
    }

    private String listed(int column) {
        return converted(move.columns().get(column), "m." + VALUE + column);
    }

    private String leastOf(Pair pair) {
        String value = "f." + site.quote(pair.from());
        return "(array_agg(%1$s order by %2$s) filter (where %1$s is not null))[1]"
                .formatted(value, order(pair, value));
    }

    private String least(Pair pair) {
        String value = "f." + site.quote(pair.from());
        return " and %s is not null order by %s limit 1".formatted(value, order(pair, value));
    }

    private String order(Pair pair, String value) {
        boolean hasNoOrder = site.dialect().kind() == DatabaseKind.POSTGRESQL
                && type(from, pair.from()).equals(new Simple(Simple.Kind.XML));
        return hasNoOrder ? "cast(" + value + " as text)" : value;
    }

    /** Makes rows, without the condition. */
    String insert() {
        List<Identifier> targets = Stream.concat(move.join().stream(), move.columns().stream())
                .map(Pair::to)
                .toList();
        List<String> values = Stream.concat(
                        move.join().stream().map(pair -> converted(pair, qualified(from, pair.from()))),
                        move.columns().stream().map(this::made))
                .toList();
        return "insert into %s (%s) select %s%s from %s"
                .formatted(
                        site.quote(move.to()),
                        targets.stream().map(site::quote).collect(Collectors.joining(", ")),
                        hasOneSource() ? "" : "distinct ",
                        String.join(", ", values),
                        site.quote(move.from()));
    }

    /** The value of a row that is made. */
    private String made(Pair pair) {
        if (hasOneSource() || makesCollection()) {
            return converted(pair, qualified(from, pair.from()));
        }
        String rows = "select f.%s from %s f where %s"
                .formatted(
                        site.quote(pair.from()),
                        site.quote(move.from()),
                        move.join().stream()
                                .map(join ->
                                        "f.%s = %s".formatted(site.quote(join.from()), qualified(from, join.from())))
                                .collect(Collectors.joining(" and ")));
        return converted(pair, "(" + rows + least(pair) + ")");
    }

    /** For which rows one has to be made. */
    String inserted() {
        String there = joined(column -> qualified(from, column), column -> "t." + site.quote(column))
                + (makesCollection()
                        ? move.columns().stream()
                                .map(pair -> " and "
                                        + same(
                                                "t." + site.quote(pair.to()),
                                                converted(pair, qualified(from, pair.from()))))
                                .collect(Collectors.joining())
                        : "");
        return "%s%s and not exists (select 1 from %s t where %s)"
                .formatted(
                        kind.map(each -> each.oneOf(site.quote(from.name())))
                                .orElseGet(() -> move.columns().stream()
                                        .map(pair -> qualified(from, pair.from()) + " is not null")
                                        .collect(Collectors.joining(" or ", "(", ")"))),
                        move.join().stream()
                                .filter(pair -> from.columns().get(pair.from()).nullable())
                                .map(pair -> " and " + qualified(from, pair.from()) + " is not null")
                                .collect(Collectors.joining()),
                        site.quote(move.to()),
                        there);
    }

    private String joined(Function<Identifier, String> ofFrom, Function<Identifier, String> ofTo) {
        return move.join().stream()
                .map(pair -> ofFrom.apply(pair.from()) + " = " + ofTo.apply(pair.to()))
                .collect(Collectors.joining(" and "));
    }

    private String qualified(Table table, Identifier column) {
        return site.quote(table.name()) + "." + site.quote(column);
    }

    private String same(String one, String other) {
        return ValueSql.same(site.dialect().kind(), one, other);
    }

    /** MariaDB and MySQL convert what they assign, and know few types by which one could cast. */
    private String converted(Pair pair, String value) {
        Type target = type(to, pair.to());
        return switch (site.dialect().kind()) {
            case POSTGRESQL, H2 ->
                target.equals(type(from, pair.from()))
                        ? value
                        : "cast(%s as %s)".formatted(value, site.dialect().render(target));
            case MARIADB, MYSQL -> value;
        };
    }

    private static Type type(Table table, Identifier column) {
        return table.columns().get(column).type();
    }
}
