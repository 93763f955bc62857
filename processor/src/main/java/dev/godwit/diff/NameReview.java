package dev.godwit.diff;

import dev.godwit.change.DatabaseKind;
import dev.godwit.dialect.Dialect;
import dev.godwit.dialect.Dialects;
import dev.godwit.schema.Check;
import dev.godwit.schema.Column;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import dev.godwit.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Names that a difference brings and that some database does not take: words that it reserves, and names that are too
 * long. A name that has been accepted once is not told again.
 */
final class NameReview {

    private final Origins origins;
    private final Renames back;
    private final Schema before;
    private final Schema after;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<DatabaseKind, Dialect> dialects = new LinkedHashMap<>();

    /** @param before the snapshot's schema, under the names that it has there */
    NameReview(Schema before, Schema after, Renames renames, Origins origins) {
        this.before = before;
        this.after = after;
        this.back = renames.inverse();
        this.origins = origins;
    }

    List<Finding> findings() {
        new TreeMap<>(after.tables()).values().forEach(this::reviewTable);
        after.sequences().keySet().stream()
                .filter(sequence -> before.sequence(sequence).isEmpty())
                .forEach(sequence -> reviewObject("Sequence", sequence));
        return findings;
    }

    private void reviewTable(Table table) {
        if (before.table(table.name()).isEmpty()) {
            reviewObject("Table", table.name());
        }
        Optional<Table> former = before.table(back.table(table.name()));
        if (former.filter(table::equals).isPresent()) {
            return;
        }
        table.columns().values().stream()
                .map(Column::name)
                .filter(column -> former.flatMap(each -> each.column(column)).isEmpty())
                .forEach(column -> review("Column", column, Ref.of(table.name(), column)));
        Set<Identifier> known =
                new HashSet<>(former.map(NameReview::constraints).orElse(List.of()));
        constraints(table).stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> reviewLength("%s of %s".formatted(name, table.name()), name, Ref.of(table.name())));
    }

    private static List<Identifier> constraints(Table table) {
        return Stream.of(
                        table.foreignKeys().stream().map(ForeignKey::name),
                        table.indexes().stream().map(Index::name),
                        table.uniqueKeys().stream().map(UniqueKey::name).flatMap(Optional::stream),
                        table.checks().stream().map(Check::name).flatMap(Optional::stream))
                .flatMap(names -> names)
                .toList();
    }

    private void reviewObject(String kind, QualifiedName name) {
        review(kind, name.name(), Ref.of(name));
    }

    private void review(String kind, Identifier name, Ref place) {
        String what = kind + " " + place;
        List<String> reserving = name.quoted() ? List.of() : titles(dialect -> dialect.isReserved(name.text()));
        if (!reserving.isEmpty()) {
            findings.add(DiffMessages.reservedWord(what, name, reserving, place, origins.nearest(place)));
        }
        reviewLength(what, name, place);
    }

    private void reviewLength(String what, Identifier name, Ref place) {
        List<String> databases = titles(dialect -> dialect.nameLength(name) > dialect.maxNameLength());
        if (!databases.isEmpty()) {
            findings.add(DiffMessages.longName(what, name, databases, place, origins.nearest(place)));
        }
    }

    private List<String> titles(Predicate<Dialect> condition) {
        if (dialects.isEmpty()) {
            Arrays.stream(DatabaseKind.values()).forEach(kind -> dialects.put(kind, Dialects.of(kind)));
        }
        return dialects.entrySet().stream()
                .filter(entry -> condition.test(entry.getValue()))
                .map(entry -> entry.getKey().title())
                .toList();
    }
}
