package dev.godwit.dialect.phased;

import dev.godwit.dialect.phased.MoveSide.Value;
import dev.godwit.plan.Work;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The words that are spoken of rows of two tables: a row is named by an alias, its columns by that and their names.
 *
 * @param quote how names are written
 * @param tables how names of tables are written
 * @param difference how the database says that two values differ
 */
public record MoveWords(
        TableMove move,
        Function<Identifier, String> quote,
        Function<QualifiedName, String> tables,
        Wording.Difference difference) {

    public String owners() {
        return tables.apply(move.owner().table());
    }

    public String parts() {
        return tables.apply(move.part().table());
    }

    /** The columns of a part that are written together with a new one: its key, then the values. */
    public String partColumns() {
        return list(
                Stream.concat(
                        move.part().key().stream(),
                        move.part().values().stream().map(Value::column)),
                column -> quote.apply(column.name()));
    }

    /** What a part that is made of an owner holds, in the order of {@link #partColumns()}. */
    public String made(String owner) {
        return list(
                Stream.concat(
                        move.owner().key().stream().map(column -> in(owner, column)),
                        pairs().map(pair -> pair.part().given(in(owner, pair.owner())))),
                text -> text);
    }

    public String partKey() {
        return list(move.part().key().stream(), column -> quote.apply(column.name()));
    }

    /** Assignments that give a part what its owner holds. */
    public String toPart(String owner) {
        return toPart(owner, "");
    }

    private String toPart(String owner, String qualifier) {
        return pairs().map(pair -> "%s%s = %s"
                        .formatted(
                                qualifier,
                                quote.apply(pair.part().column().name()),
                                pair.part().given(in(owner, pair.owner()))))
                .collect(Collectors.joining(", "));
    }

    /** Assignments that give a part of an owner without values what it holds then. */
    public String emptyPart() {
        return emptied(move.part());
    }

    /** Assignments that give an owner without a part what it holds then. */
    public String emptyOwner() {
        return emptied(move.owner());
    }

    private String emptied(MoveSide side) {
        return side.values().stream()
                .map(value -> quote.apply(value.column().name()) + " = " + value.absent())
                .collect(Collectors.joining(", "));
    }

    /** Assignments that give an owner what its part holds. */
    public String toOwner(String part) {
        return toOwner(value -> in(part, value));
    }

    private String toOwner(Function<Value, String> parts) {
        return pairs().map(pair -> "%s = %s"
                        .formatted(
                                quote.apply(pair.owner().column().name()),
                                pair.owner().given(parts.apply(pair.part()))))
                .collect(Collectors.joining(", "));
    }

    /** Whether two rows belong together. */
    public String joined(String owner, String part) {
        return IntStream.range(0, move.owner().key().size())
                .mapToObj(i -> in(part, move.part().key().get(i)) + " = "
                        + in(owner, move.owner().key().get(i)))
                .collect(Collectors.joining(" and "));
    }

    /** Whether an owner and its part say different things. */
    public String differ(String owner, String part) {
        return differ(owner, value -> in(part, value));
    }

    private String differ(String owner, Function<Value, String> parts) {
        return pairs().map(pair -> differ(pair, in(owner, pair.owner()), parts.apply(pair.part())))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** Where both sides stand for NULL by something else, it is enough that either takes the other's word for it. */
    private String differ(Pair pair, String owner, String part) {
        String seen = difference.of(pair.owner().column(), owner, pair.owner().given(part));
        return pair.part().absent().equals(Value.NULL)
                ? seen
                : "(%s and %s)"
                        .formatted(
                                seen,
                                difference.of(
                                        pair.part().column(), part, pair.part().given(owner)));
    }

    /** Whether an owner does not hold what its part says, whatever stands for NULL. */
    public String behind(String owner, String part) {
        return behind(owner, value -> in(part, value));
    }

    private String behind(String owner, Function<Value, String> parts) {
        return pairs().map(pair -> difference.of(
                        pair.owner().column(),
                        in(owner, pair.owner()),
                        pair.owner().given(parts.apply(pair.part()))))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** Whether a part does not hold what its owner says, whatever stands for NULL. */
    private String partBehind(String owner, String part) {
        return pairs().map(pair -> difference.of(
                        pair.part().column(), in(part, pair.part()), pair.part().given(in(owner, pair.owner()))))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** Whether a row of this side holds anything. */
    public String holds(MoveSide side, String row) {
        return side.values().stream()
                .map(value -> difference.of(value.column(), in(row, value), value.absent()))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** Whether what a row of this side holds changes. */
    public String changed(MoveSide side) {
        return side.values().stream()
                .map(value -> difference.of(value.column(), in("new", value), in("old", value)))
                .collect(Collectors.joining(" or "));
    }

    /** Whether a row of this side comes to belong to another one. */
    public String rejoined(MoveSide side) {
        return side.key().stream()
                .map(column -> difference.of(column, in("new", column), in("old", column)))
                .collect(Collectors.joining(" or "));
    }

    /** Assignments that give owners, which have no alias, what their parts hold. */
    String ownersFromParts() {
        return toOwner(value -> partOf(owners(), value));
    }

    /** Gives parts what those of their owners hold that take the place of the mark for rows. */
    String partsFromOwners(boolean byJoin) {
        String rows = "(select * from %s where %s) s".formatted(owners(), Work.Fill.ROWS);
        String where = "%s and %s".formatted(joined("s", "t"), partBehind("s", "t"));
        return byJoin
                ? "update %s t join %s on %s set %s".formatted(parts(), rows, where, toPart("s", "t."))
                : "update %s t set %s from %s where %s".formatted(parts(), toPart("s"), rows, where);
    }

    /** Whether owners, which have no alias, have a part that says something else. */
    String outOfStep() {
        return "exists (select 1 from %s t where %s and %s)"
                .formatted(parts(), joined(owners(), "t"), differ(owners(), "t"));
    }

    /** Whether owners, which have no alias, have a part that does not hold what they say. */
    String withPartBehind() {
        return "exists (select 1 from %s t where %s and %s)"
                .formatted(parts(), joined(owners(), "t"), partBehind(owners(), "t"));
    }

    /** Whether owners, which have no alias, do not hold what their parts say. */
    String ownersBehind() {
        return behind(owners(), value -> partOf(owners(), value));
    }

    /** The counterpart of a row of this side, under an alias. */
    public String counterpart(MoveSide side, String alias) {
        boolean owner = side.equals(move.owner());
        return "from %s %s where %s"
                .formatted(owner ? parts() : owners(), alias, owner ? joined("new", alias) : joined(alias, "new"));
    }

    /** What each value of a new row is taken from, and what it is then, given its counterpart under an alias. */
    public Map<String, String> taken(MoveSide side, String alias) {
        boolean owner = side.equals(move.owner());
        Map<String, String> taken = new LinkedHashMap<>();
        pairs().forEach(pair -> taken.put(
                in("new", owner ? pair.owner() : pair.part()),
                owner ? pair.owner().given(in(alias, pair.part())) : pair.part().given(in(alias, pair.owner()))));
        return taken;
    }

    /** Whether owners, which have no alias, hold something and have no part. */
    String partless() {
        return partless(holds(move.owner(), owners()));
    }

    /** The same, of rows that a version has written which always says what they hold. */
    String partlessOnceWritten() {
        return partless(move.owner().values().stream()
                .map(value -> in(owners(), value) + " is not null")
                .collect(Collectors.joining(" or ", "(", ")")));
    }

    private String partless(String holding) {
        return "%s and not exists (select 1 from %s t where %s)".formatted(holding, parts(), joined(owners(), "t"));
    }

    /** Whether owners, which have no alias, and their parts say different things. */
    String apart() {
        return apart(owners());
    }

    /** Whether an owner and whatever part there is of it say different things. */
    public String apart(String owner) {
        return differ(owner, value -> partOf(owner, value));
    }

    private String partOf(String owner, Value value) {
        return "(select t.%s from %s t where %s)"
                .formatted(quote.apply(value.column().name()), parts(), joined(owner, "t"));
    }

    private record Pair(Value owner, Value part) {}

    private Stream<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < move.owner().values().size(); i++) {
            pairs.add(
                    new Pair(move.owner().values().get(i), move.part().values().get(i)));
        }
        return pairs.stream();
    }

    private String in(String row, Value value) {
        return in(row, value.column());
    }

    private String in(String row, Column column) {
        return row + "." + quote.apply(column.name());
    }

    private static <T> String list(Stream<T> all, Function<T, String> written) {
        return all.map(written).collect(Collectors.joining(", "));
    }
}
