package dev.godwit.dialect.phased;

import dev.godwit.dialect.standard.KindSql;
import dev.godwit.plan.PhaseNames;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Entities of a hierarchy while two versions of an application write them: one has all their values in the table of the
 * root, and a column that tells the kind of a row; the other has a row in a further table for each class.
 *
 * @param owner the table of the root
 * @param key tells its rows apart
 * @param kind tells of what kind a row is
 * @param root the kind of a row that has no part, as SQL; empty: there are none
 * @param open whether a row is of no kind, NULL, between two statements of a version that writes parts
 * @param parts the further tables, a class before its subclasses
 * @param splits whether the parts are what the new version knows; else the running one does
 */
public record Hierarchy(
        QualifiedName owner,
        List<Column> key,
        Column kind,
        Optional<String> root,
        boolean open,
        List<Part> parts,
        boolean splits) {

    public Hierarchy {
        key = List.copyOf(key);
        parts = List.copyOf(parts);
    }

    /**
     * The table of a class that is not the root.
     *
     * @param key tells its rows apart, in the order of the owner's
     * @param kinds of which an owner is that has a row here
     * @param mark the kind of an owner that has no row in a further table of subclasses, as SQL; empty: there is none
     * @param cascades whether the database deletes the row with its owner
     */
    public record Part(
            QualifiedName table,
            List<Column> key,
            List<Pair> values,
            KindSql kinds,
            Optional<String> mark,
            boolean cascades) {
        public Part {
            key = List.copyOf(key);
            values = List.copyOf(values);
        }
    }

    /**
     * A value in both places.
     *
     * @param absent what the part holds where the owner holds nothing, as SQL
     */
    public record Pair(Column owner, Column part, String absent) {

        static final String NULL = "null";

        /** What the part is to hold. */
        String given(String owner) {
            return absent.equals(NULL) ? owner : "coalesce(%s, %s)".formatted(owner, absent);
        }
    }

    /** The parts in an order in which none is referred to when it goes. */
    public List<Part> upwards() {
        return Stream.iterate(parts.size() - 1, i -> i >= 0, i -> i - 1)
                .map(parts::get)
                .toList();
    }

    /** The columns of the owner that hold values of parts. */
    public List<Column> values() {
        return parts.stream()
                .flatMap(part -> part.values().stream())
                .map(Pair::owner)
                .distinct()
                .toList();
    }

    /** All kinds of owners that have a part. */
    public KindSql kinds() {
        KindSql first = parts.get(0).kinds();
        return new KindSql(
                first.site(),
                first.column(),
                first.type(),
                parts.stream()
                        .flatMap(part -> part.kinds().values().stream())
                        .distinct()
                        .toList());
    }

    /** The root's table, then those of the parts. */
    public List<QualifiedName> tables() {
        return Stream.concat(Stream.of(owner), parts.stream().map(Part::table)).toList();
    }

    /** The columns that the running version knows and whose triggers know nothing of the other side. */
    public Map<QualifiedName, List<Identifier>> known() {
        if (splits) {
            List<Identifier> columns = Stream.concat(Stream.of(kind), values().stream())
                    .map(Column::name)
                    .toList();
            return Map.of(owner, columns);
        }
        return parts.stream()
                .collect(Collectors.toMap(
                        Part::table,
                        part -> part.values().stream()
                                .map(pair -> pair.part().name())
                                .toList()));
    }

    /** Whether parts have to be deleted with their owner by a trigger. */
    public boolean deletesParts() {
        return parts.stream().anyMatch(part -> !part.cascades());
    }

    /** The reserved name of what keeps the tables in step. */
    public Identifier name() {
        return PhaseNames.of(owner, "kinds by " + kind.name(), kind.name());
    }

    /** For people. */
    public String subject() {
        return "%s and %s"
                .formatted(
                        owner,
                        parts.stream().map(part -> part.table().toString()).collect(Collectors.joining(", ")));
    }

    /** What the running version writes, for people. */
    public String leaving() {
        return splits
                ? owner + "." + kind.name()
                : parts.stream().map(part -> part.table().toString()).collect(Collectors.joining(", "));
    }
}
