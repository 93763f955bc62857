package dev.godwit.dialect.phased;

import dev.godwit.change.MoveValues;
import dev.godwit.dialect.DialectException;
import dev.godwit.dialect.Refusals;
import dev.godwit.dialect.phased.MoveSide.Value;
import dev.godwit.dialect.standard.Site;
import dev.godwit.schema.Column;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.Table;
import dev.godwit.schema.UniqueKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds out whether values that move become a collection or come from one; refuses what cannot be kept in step. */
final class CollectionReading {

    private final Site site;
    private final TableMoves moves;
    private final MoveReading reading;

    CollectionReading(Site site, TableMoves moves, MoveReading reading) {
        this.site = site;
        this.moves = moves;
        this.reading = reading;
    }

    /**
     * Empty: one row belongs to each at most, or both versions know both tables.
     *
     * @throws DialectException when the value and its collection cannot be kept in step
     */
    Optional<CollectionMove> read(MoveValues change) {
        Table from = site.progress().table(change.from());
        Table to = site.progress().table(change.to());
        boolean collects = moves.goesToParts(change, List.copyOf(from.foreignKeys()));
        Table owner = collects ? from : to;
        Table elements = collects ? to : from;
        List<Identifier> ownerKey = MoveReading.side(change.join(), collects);
        List<Identifier> elementKey = MoveReading.side(change.join(), !collects);
        boolean unknown = moves.createsTable(elements.name()) || moves.dropsTable(elements.name());
        if (!unknown || !hasKeyWithin(owner, ownerKey) || hasKeyWithin(elements, elementKey)) {
            return Optional.empty();
        }
        List<Identifier> ownerValues = MoveReading.side(change.columns(), collects);
        List<Identifier> elementValues = MoveReading.side(change.columns(), !collects);
        refuseWithoutRows(change, collects);
        reading.refuseOthers(change, owner, ownerValues, elements, elementValues);
        Set<Identifier> given = new HashSet<>(elementKey);
        given.addAll(elementValues);
        refuseWhatIsNotGiven(owner, elements, given, Set.copyOf(elementKey));
        refuseReferences(owner, elements);
        refuseNulls(owner, ownerValues, elements, elementValues);
        boolean cascades = Stream.concat(elements.foreignKeys().stream(), moves.added(elements.name()))
                .anyMatch(key -> TableMoves.joins(key, elementKey, owner.name()));
        return Optional.of(new CollectionMove(
                new MoveSide(
                        owner.name(),
                        MoveReading.columns(owner, ownerKey),
                        MoveReading.columns(owner, ownerValues).stream()
                                .map(column -> reading.value(owner, column, collects))
                                .toList(),
                        collects),
                new MoveSide(
                        elements.name(),
                        MoveReading.columns(elements, elementKey),
                        MoveReading.columns(elements, elementValues).stream()
                                .map(column -> new Value(column, Value.NULL))
                                .toList(),
                        !collects),
                cascades,
                keys(elements).anyMatch(key -> Set.copyOf(key).equals(given))));
    }

    private static boolean hasKeyWithin(Table table, List<Identifier> columns) {
        return keys(table).anyMatch(columns::containsAll);
    }

    private static Stream<List<Identifier>> keys(Table table) {
        return Stream.of(
                        table.primaryKey().map(PrimaryKey::columns).stream(),
                        table.uniqueKeys().stream().map(UniqueKey::columns),
                        table.indexes().stream().filter(Index::unique).map(Index::columns))
                .flatMap(all -> all);
    }

    /** The version with the single value makes elements, whichever of the two it is. */
    private void refuseWithoutRows(MoveValues change, boolean collects) {
        MoveValues back = moves.back(change).orElseThrow(() -> MoveReading.needsWayBack(change, !collects));
        if (!(collects ? change : back).newRows()) {
            throw collects ? PhasedRefusals.needsRows(change) : MoveReading.needsWayBack(change, true);
        }
    }

    /** An element that follows from a value has its owner's key and the values, and is told from others by nothing else. */
    private void refuseWhatIsNotGiven(Table owner, Table elements, Set<Identifier> given, Set<Identifier> elementKey) {
        Stream.concat(elements.columns().values().stream(), moves.addedColumns(elements.name()))
                .filter(ColumnManoeuvres::needsValue)
                .map(Column::name)
                .filter(column -> !given.contains(column))
                .findFirst()
                .ifPresent(column -> {
                    throw Refusals.cannotMakeRows(owner.name(), elements.name(), column);
                });
        keys(elements)
                .filter(key -> key.stream()
                        .noneMatch(column -> elements.columns().get(column).identity()))
                .filter(key -> !Set.copyOf(key).equals(given))
                .findFirst()
                .ifPresent(key -> {
                    throw PhasedRefusals.cannot(
                            what(owner, elements),
                            "%s is a key of %s, and a value of %s does not say what a new element has there, or says what another one has"
                                    .formatted(key, elements.name(), owner.name()));
                });
    }

    /** Elements come and go with the single value, which knows nothing of rows that refer to them. */
    private void refuseReferences(Table owner, Table elements) {
        site.progress().schema().tables().values().stream()
                .filter(table -> Stream.concat(table.foreignKeys().stream(), moves.added(table.name()))
                        .map(ForeignKey::referencedTable)
                        .anyMatch(elements.name()::equals))
                .findFirst()
                .ifPresent(table -> {
                    throw PhasedRefusals.cannot(
                            what(owner, elements),
                            "%s refers to rows of %s, which come and go with values of %s"
                                    .formatted(table.name(), elements.name(), owner.name()));
                });
    }

    /** Several values together may hold NULL in one. */
    private static void refuseNulls(
            Table owner, List<Identifier> ownerValues, Table elements, List<Identifier> elementValues) {
        for (int i = 0; elementValues.size() > 1 && i < elementValues.size(); i++) {
            Column one = owner.columns().get(ownerValues.get(i));
            Column other = elements.columns().get(elementValues.get(i));
            if (one.nullable() && !other.nullable()) {
                throw PhasedRefusals.cannot(
                        what(owner, elements),
                        "%s.%s is NOT NULL, and %s.%s may hold NULL beside other values"
                                .formatted(elements.name(), other.name(), owner.name(), one.name()));
            }
        }
    }

    private static String what(Table owner, Table elements) {
        return "a value of %s becomes one of several of %s, or the reverse".formatted(owner.name(), elements.name());
    }
}
