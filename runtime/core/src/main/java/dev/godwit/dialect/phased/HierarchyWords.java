package dev.godwit.dialect.phased;

import dev.godwit.dialect.phased.Hierarchy.Pair;
import dev.godwit.dialect.phased.Hierarchy.Part;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The words that are spoken of rows of a hierarchy's tables: a row is named by an alias, its columns by that and their
 * names.
 *
 * @param quote how names are written
 * @param tables how names of tables are written
 * @param difference how the database says that two values differ
 */
public record HierarchyWords(
        Hierarchy hierarchy,
        Function<Identifier, String> quote,
        Function<QualifiedName, String> tables,
        Wording.Difference difference) {

    public String owners() {
        return tables.apply(hierarchy.owner());
    }

    public String rows(Part part) {
        return tables.apply(part.table());
    }

    /** The kind of an owner. */
    public String kind(String owner) {
        return in(owner, hierarchy.kind());
    }

    /** Whether an owner, whose kind is not NULL, is one that has such a part. */
    public String has(Part part, String owner) {
        return part.kinds().oneOf(owner);
    }

    /** The columns of a part that are written together: its key, then the values. */
    public String columns(Part part) {
        return list(
                Stream.concat(part.key().stream(), part.values().stream().map(Pair::part)),
                column -> quote.apply(column.name()));
    }

    public String key(Part part) {
        return list(part.key().stream(), column -> quote.apply(column.name()));
    }

    /** What a part that is made of an owner holds, in the order of {@link #columns}. */
    public String made(Part part, String owner) {
        return list(
                Stream.concat(
                        hierarchy.key().stream().map(column -> in(owner, column)),
                        part.values().stream().map(pair -> pair.given(in(owner, pair.owner())))),
                text -> text);
    }

    /** Assignments that give a part what its owner holds; for one without values, what changes nothing. */
    public String toPart(Part part, String owner) {
        return part.values().isEmpty()
                ? part.key().stream()
                        .map(column -> "%1$s = %1$s".formatted(quote.apply(column.name())))
                        .collect(Collectors.joining(", "))
                : part.values().stream()
                        .map(pair -> "%s = %s"
                                .formatted(quote.apply(pair.part().name()), pair.given(in(owner, pair.owner()))))
                        .collect(Collectors.joining(", "));
    }

    /** Assignments that give an owner what its part holds. */
    public String toOwner(Part part, String row) {
        return part.values().stream()
                .map(pair -> "%s = %s".formatted(quote.apply(pair.owner().name()), in(row, pair.part())))
                .collect(Collectors.joining(", "));
    }

    /** Whether an owner is not, or not yet, said to have such a part. */
    public String hasNot(Part part, String owner) {
        return "(%s is null or not %s)".formatted(kind(owner), has(part, owner));
    }

    /** Whether an owner is still said to have such a part: one that has become another kind holds what belongs to that. */
    public String stillHas(Part part, String owner) {
        return "(%s is null or %s)".formatted(kind(owner), has(part, owner));
    }

    /** Whether two rows belong together. */
    public String joined(Part part, String owner, String row) {
        return IntStream.range(0, hierarchy.key().size())
                .mapToObj(i -> in(row, part.key().get(i)) + " = "
                        + in(owner, hierarchy.key().get(i)))
                .collect(Collectors.joining(" and "));
    }

    /** Whether an owner and its part hold different values. */
    public String differ(Part part, String owner, String row) {
        return part.values().isEmpty()
                ? "1 = 0"
                : differences(part, owner, row).collect(Collectors.joining(" or ", "(", ")"));
    }

    /** Where the part stands for NULL by something else, it is enough that either takes the other's word for it. */
    private Stream<String> differences(Part part, String owner, String row) {
        return part.values().stream().map(pair -> {
            String seen = difference.of(pair.owner(), in(owner, pair.owner()), in(row, pair.part()));
            return pair.absent().equals(Pair.NULL)
                    ? seen
                    : "(%s and %s)"
                            .formatted(
                                    seen,
                                    difference.of(
                                            pair.part(), in(row, pair.part()), pair.given(in(owner, pair.owner()))));
        });
    }

    /** Whether what an owner holds of its parts changes, or its kind does. */
    public String changed() {
        return Stream.concat(Stream.of(hierarchy.kind()), hierarchy.values().stream())
                .map(this::changed)
                .collect(Collectors.joining(" or "));
    }

    public String kindChanges() {
        return changed(hierarchy.kind());
    }

    /** Whether a part holds something else, or comes to belong to another owner. */
    public String changed(Part part) {
        return Stream.concat(part.values().stream().map(Pair::part), part.key().stream())
                .map(this::changed)
                .collect(Collectors.joining(" or "));
    }

    public String rejoined(Part part) {
        return part.key().stream().map(this::changed).collect(Collectors.joining(" or "));
    }

    private String changed(Column column) {
        return difference.of(column, in("new", column), in("old", column));
    }

    /**
     * Assignments that make an owner what all its parts tell, whatever it was: one that is not filled yet would be taken for
     * one of another kind, and its other parts for wrong.
     */
    public String fromParts(String owner) {
        String kinds = hierarchy.upwards().stream()
                .map(part -> "when %s then %s"
                        .formatted(exists(part, owner), part.mark().orElse("null")))
                .collect(Collectors.joining(" "));
        String kind = "%s = case %s else %s end"
                .formatted(
                        quote.apply(hierarchy.kind().name()),
                        kinds,
                        hierarchy.root().orElse("null"));
        return Stream.concat(Stream.of(kind), hierarchy.values().stream().map(column -> fromParts(owner, column)))
                .collect(Collectors.joining(", "));
    }

    private String fromParts(String owner, Column column) {
        List<String> found = new ArrayList<>();
        hierarchy
                .parts()
                .forEach(part -> part.values().stream()
                        .filter(pair -> pair.owner().equals(column))
                        .forEach(pair -> found.add("(select t.%s from %s t where %s)"
                                .formatted(quote.apply(pair.part().name()), rows(part), joined(part, owner, "t")))));
        String value = found.size() == 1 ? found.get(0) : "coalesce(%s)".formatted(String.join(", ", found));
        return quote.apply(column.name()) + " = " + value;
    }

    private String exists(Part part) {
        return exists(part, owners());
    }

    private String exists(Part part, String owner) {
        return "exists (select 1 from %s t where %s)".formatted(rows(part), joined(part, owner, "t"));
    }

    /** Whether owners, which have no alias, are of a kind that has such a part, and have none. */
    String partless(Part part) {
        return "%s and not %s".formatted(has(part, owners()), exists(part));
    }

    /** Whether owners, which have no alias, have no part at all. */
    String partless() {
        return hierarchy.parts().stream().map(part -> "not " + exists(part)).collect(Collectors.joining(" and "));
    }

    /** Whether owners, which have no alias, hold a kind that no version knows. */
    String unknown() {
        String others = hierarchy
                .root()
                .map(root -> " and %s <> %s".formatted(kind(owners()), root))
                .orElse("");
        return "(%s is null or not %s%s)"
                .formatted(kind(owners()), hierarchy.kinds().oneOf(owners()), others);
    }

    /** Whether owners, which have no alias, hold NULL where their part may not. */
    String unfit(Part part, Pair pair) {
        return "%s and %s is null".formatted(has(part, owners()), in(owners(), pair.owner()));
    }

    /** Whether the kind of owners, which have no alias, and their parts say different things. */
    String apart() {
        List<String> all = new ArrayList<>(List.of(unknown()));
        hierarchy.parts().forEach(part -> {
            all.add("(%s)".formatted(partless(part)));
            all.add("not %s and %s".formatted(has(part, owners()), exists(part)));
            if (!part.values().isEmpty()) {
                all.add("exists (select 1 from %s t where %s and %s)"
                        .formatted(rows(part), joined(part, owners(), "t"), differ(part, owners(), "t")));
            }
        });
        return all.stream().map("(%s)"::formatted).collect(Collectors.joining(" or "));
    }

    public String in(String row, Column column) {
        return row + "." + quote.apply(column.name());
    }

    private static <T> String list(Stream<T> all, Function<T, String> written) {
        return all.map(written).collect(Collectors.joining(", "));
    }
}
