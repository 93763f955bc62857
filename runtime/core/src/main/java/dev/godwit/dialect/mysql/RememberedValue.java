package dev.godwit.dialect.mysql;

import dev.godwit.dialect.phased.CollectionMove;
import dev.godwit.dialect.phased.CollectionWords;
import dev.godwit.dialect.phased.MoveSide;
import dev.godwit.dialect.standard.Site;
import dev.godwit.schema.Column;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The value that an owner had when its element was deleted, so that it has it again when the element comes back: Hibernate
 * deletes all elements of a bag and inserts them again. No trigger is fired at the end of a transaction, so variables of
 * the session hold whose value it was, what it was, and what the triggers have put in its place since, which is kept at the
 * least of the elements while they come, as where there was none. What somebody else has put there stays. Nothing tells
 * transactions apart, so what is older than ten seconds counts for another one's.
 */
record RememberedValue(Site site, CollectionMove move, CollectionWords words) {

    /** Statements that follow the update of an owner whose value the element {@code old} was. */
    String lost() {
        return """
                if row_count() > 0 then \
                if not (%s and %s) then set %s, %s; end if; \
                %s; set %s = now(6); \
                end if;""".formatted(
                isOwner("old"),
                is("old", move.elements(), this::next),
                all(key(), i -> owner(i) + " = " + in("old", key().get(i))),
                all(elements(), i -> was(i) + " = " + in("old", elements().get(i))),
                readNext("old"),
                moment());
    }

    /** Statements that follow the update of an owner without a value, whose value the element {@code new} is then. */
    String found() {
        return """
                if row_count() > 0 then \
                if not %1$s then set %8$s, %9$s; end if; \
                set %2$s, %5$s = now(6); end if; \
                if %1$s and %3$s then %4$s; set %5$s = null; \
                elseif %1$s then %6$s; if row_count() > 0 then %7$s; end if; end if;""".formatted(
                isOwner("new"),
                all(elements(), i -> next(i) + " = " + in("new", elements().get(i))),
                is("new", move.elements(), this::was),
                written(words.toOwner("new")),
                moment(),
                written(words.leastToOwner(words.beside("new", "t"))),
                readNext("new"),
                remembered("new"),
                all(elements(), i -> was(i) + " = null"));
    }

    private String remembered(String element) {
        return all(key(), i -> owner(i) + " = " + in(element, key().get(i)));
    }

    /** Writes the owner of an element {@code new} where nobody has but the triggers. */
    private String written(String assignments) {
        return "update %s s set %s where %s and %s"
                .formatted(words.owners(), assignments, words.joined("s", "new"), is("s", move.owner(), this::next));
    }

    private String readNext(String element) {
        return "select %s into %s from %s s where %s"
                .formatted(
                        all(owners(), i -> in("s", owners().get(i))),
                        all(owners(), this::next),
                        words.owners(),
                        words.joined("s", element));
    }

    private String isOwner(String element) {
        return IntStream.range(0, key().size())
                .mapToObj(i -> "%s <=> %s".formatted(in(element, key().get(i)), owner(i)))
                .collect(Collectors.joining(
                        " and ",
                        "(%1$s is not null and %1$s > now(6) - interval 10 second and ".formatted(moment()),
                        ")"));
    }

    private String is(String row, MoveSide side, IntFunction<String> variable) {
        return IntStream.range(0, side.values().size())
                .mapToObj(i -> {
                    Column column = side.values().get(i).column();
                    return words.difference().of(column, in(row, column), variable.apply(i));
                })
                .collect(Collectors.joining(" or ", "not (", ")"));
    }

    private List<Column> key() {
        return move.elements().key();
    }

    private List<Column> owners() {
        return move.owner().values().stream().map(MoveSide.Value::column).toList();
    }

    private List<Column> elements() {
        return move.elements().values().stream().map(MoveSide.Value::column).toList();
    }

    private String owner(int i) {
        return variable("k", i);
    }

    private String was(int i) {
        return variable("w", i);
    }

    private String next(int i) {
        return variable("x", i);
    }

    private String moment() {
        return variable("t", 0);
    }

    private String variable(String kind, int i) {
        return "@%s_%s%d".formatted(move.name().text(), kind, i);
    }

    private String in(String row, Column column) {
        return row + "." + site.quote(column.name());
    }

    private static String all(List<Column> columns, IntFunction<String> written) {
        return IntStream.range(0, columns.size()).mapToObj(written).collect(Collectors.joining(", "));
    }
}
