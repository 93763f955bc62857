package dev.godwit.dialect.phased;

import dev.godwit.dialect.phased.MoveSide.Value;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The words that are spoken of a value and the collection that it is one of: a row is named by an alias, its columns by
 * that and their names. An element without any value counts for none.
 *
 * @param quote how names are written
 * @param tables how names of tables are written
 * @param difference how the database says that two values differ
 * @param order by what the database tells the lesser of two values of a column
 * @param existence a condition that a query finds rows, given all of it but what it selects
 * @param lock how a query within a trigger has to be made to see what others have written; may be empty
 */
public record CollectionWords(
        CollectionMove move,
        Function<Identifier, String> quote,
        Function<QualifiedName, String> tables,
        Wording.Difference difference,
        Order order,
        UnaryOperator<String> existence,
        String lock) {

    /** By what the database orders values of a column. */
    @FunctionalInterface
    public interface Order {
        String of(Column column, String value);
    }

    public CollectionWords {
        lock = lock.isEmpty() ? lock : " " + lock;
    }

    public String owners() {
        return tables.apply(move.owner().table());
    }

    public String elements() {
        return tables.apply(move.elements().table());
    }

    /** The columns of an element that are written together with a new one: its owner's key, then the values. */
    public String elementColumns() {
        return list(
                Stream.concat(
                        move.elements().key().stream(),
                        move.elements().values().stream().map(Value::column)),
                column -> quote.apply(column.name()));
    }

    /** What an element that is made of an owner holds, in the order of {@link #elementColumns()}. */
    public String made(String owner) {
        return list(
                Stream.concat(
                        move.owner().key().stream(),
                        move.owner().values().stream().map(Value::column)),
                column -> in(owner, column));
    }

    /** Assignments that give an element what its owner holds. */
    public String toElement(String owner) {
        return list(
                pairs(),
                i -> "%s = %s".formatted(quote.apply(element(i).column().name()), in(owner, owner(i).column())));
    }

    /** Assignments that give an owner what an element holds. */
    public String toOwner(String element) {
        return list(
                pairs(), i -> "%s = %s".formatted(quote.apply(owner(i).column().name()), given(element, i)));
    }

    /** Assignments that leave an owner as it is. */
    public String unchanged(String owner) {
        return list(
                pairs(), i -> "%s = %s".formatted(quote.apply(owner(i).column().name()), in(owner, owner(i).column())));
    }

    /**
     * Assignments that give an owner the least of its elements, or what it holds without one.
     *
     * @param joined whether an element {@code t} is one of its own
     */
    public String leastToOwner(String joined) {
        return leastToOwner(joined, name -> name, lock);
    }

    /**
     * The same.
     *
     * @param column writes the column that is assigned to
     */
    public String leastToOwner(String joined, UnaryOperator<String> column, String locked) {
        String from = "%s t where %s and %s order by %s limit 1%s"
                .formatted(
                        elements(),
                        joined,
                        held("t"),
                        list(
                                pairs(),
                                i -> order.of(
                                        element(i).column(), in("t", element(i).column()))),
                        locked);
        return list(
                pairs(),
                i -> "%s = %s"
                        .formatted(
                                column.apply(quote.apply(owner(i).column().name())),
                                owner(i).given("(select %s from %s)"
                                        .formatted(in("t", element(i).column()), from))));
    }

    /** Assignments that give owners, which have no alias, the least of their elements. */
    String ownersFromElements() {
        return leastToOwner(joined(owners(), "t"), name -> name, "");
    }

    /** Whether an element belongs to an owner. */
    public String joined(String owner, String element) {
        return IntStream.range(0, move.owner().key().size())
                .mapToObj(i -> in(element, move.elements().key().get(i)) + " = "
                        + in(owner, move.owner().key().get(i)))
                .collect(Collectors.joining(" and "));
    }

    /** Whether two elements belong to the same owner. */
    public String beside(String element, String other) {
        return move.elements().key().stream()
                .map(column -> in(other, column) + " = " + in(element, column))
                .collect(Collectors.joining(" and "));
    }

    /** Whether the rows of elements {@code old} and {@code new} belong to different owners. */
    public String rejoined() {
        return either(
                move.elements().key().stream(), column -> difference.of(column, in("new", column), in("old", column)));
    }

    /** Whether an element holds anything. */
    public String held(String element) {
        return move.elements().values().stream()
                .map(value -> in(element, value.column()) + " is not null")
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** Whether an owner has a value. */
    public String holds(String owner) {
        return move.owner().values().stream()
                .map(value -> difference.of(value.column(), in(owner, value.column()), value.absent()))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** Whether an owner without a value holds something that stands for none. */
    public boolean hasStandIn() {
        return move.owner().values().stream().anyMatch(value -> !value.absent().equals(Value.NULL));
    }

    /** Whether the values change of a row of this side. */
    public String changed(MoveSide side) {
        return either(
                side.values().stream().map(Value::column),
                column -> difference.of(column, in("new", column), in("old", column)));
    }

    /** Whether an owner's value is this element. */
    public String is(String owner, String element) {
        String differ =
                either(pairs(), i -> difference.of(owner(i).column(), in(owner, owner(i).column()), given(element, i)));
        return "%s and not (%s)".formatted(held(element), differ);
    }

    /**
     * Whether one of its owner's elements is an owner's value.
     *
     * @param joined whether an element {@code t} is one of its own
     */
    public String isAmong(String owner, String joined) {
        return any("%s and %s%s".formatted(joined, is(owner, "t"), lock));
    }

    private String isAmong(String owner) {
        return any("%s and %s".formatted(joined(owner, "t"), is(owner, "t")));
    }

    private String any(String condition) {
        return existence.apply("from %s t where %s".formatted(elements(), condition));
    }

    /** Whether an owner's value is none of its elements, though there is the one or there are the others. */
    public String apart(String owner) {
        return "not %s and (%s or %s)"
                .formatted(isAmong(owner), holds(owner), any("%s and %s".formatted(joined(owner, "t"), held("t"))));
    }

    /** Whether owners, which have no alias, hold something that is no element. What stands for no value is one here. */
    String missing() {
        String stated = move.owner().values().stream()
                .map(value -> in(owners(), value.column()) + " is not null")
                .collect(Collectors.joining(" or ", "(", ")"));
        return "%s and not %s".formatted(stated, isAmong(owners()));
    }

    /** What an owner holds when this element is its value. */
    private String given(String element, int value) {
        return owner(value).given(in(element, element(value).column()));
    }

    private Value owner(int value) {
        return move.owner().values().get(value);
    }

    private Value element(int value) {
        return move.elements().values().get(value);
    }

    private Stream<Integer> pairs() {
        return IntStream.range(0, move.owner().values().size()).boxed();
    }

    private String in(String row, Column column) {
        return row + "." + quote.apply(column.name());
    }

    private static <T> String list(Stream<T> all, Function<T, String> written) {
        return all.map(written).collect(Collectors.joining(", "));
    }

    private static <T> String either(Stream<T> all, Function<T, String> condition) {
        return all.map(condition).collect(Collectors.joining(" or "));
    }
}
