package dev.godwit.dialect.phased;

import dev.godwit.change.AddIndex;
import dev.godwit.change.AddUnique;
import dev.godwit.change.AlterColumn;
import dev.godwit.change.Change;
import dev.godwit.change.CreateTable;
import dev.godwit.change.DropUnique;
import dev.godwit.change.MoveValues;
import dev.godwit.change.MoveValues.Pair;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which values of a migration move by the kind of their rows, from a table that goes or to one that comes. */
record KindMoves(List<Change> changes, List<Change> wayBack) {

    KindMoves {
        changes = List.copyOf(changes);
        wayBack = List.copyOf(wayBack);
    }

    static QualifiedName owner(MoveValues move) {
        return move.newRows() ? move.from() : move.to();
    }

    static QualifiedName part(MoveValues move) {
        return move.newRows() ? move.to() : move.from();
    }

    static Identifier kind(MoveValues move) {
        return move.kind().orElseThrow().column();
    }

    /** The columns of the join or of the values, as the owner has them. */
    static List<Identifier> ofOwner(MoveValues move, List<Pair> pairs) {
        return MoveValues.columnsOf(pairs, move.newRows() ? Pair::from : Pair::to);
    }

    /** The columns of the join or of the values, as the part has them. */
    static List<Identifier> ofPart(MoveValues move, List<Pair> pairs) {
        return MoveValues.columnsOf(pairs, move.newRows() ? Pair::to : Pair::from);
    }

    /** Those of which one side comes or goes. */
    List<MoveValues> all() {
        return of(changes).filter(move -> comes(part(move)) || goes(part(move))).toList();
    }

    private static Stream<MoveValues> of(List<Change> changes) {
        return changes.stream()
                .filter(MoveValues.class::isInstance)
                .map(MoveValues.class::cast)
                .filter(move -> move.kind().isPresent());
    }

    /** Those of the same hierarchy, in their order. */
    List<MoveValues> beside(MoveValues move) {
        return all().stream()
                .filter(other -> owner(other).equals(owner(move)) && kind(other).equals(kind(move)))
                .toList();
    }

    /** How the values come back. */
    Optional<MoveValues> back(MoveValues move) {
        return of(wayBack)
                .filter(back -> owner(back).equals(owner(move))
                        && part(back).equals(part(move))
                        && kind(back).equals(kind(move))
                        && back.newRows() != move.newRows()
                        && TableMoves.isReverse(back.join(), move.join())
                        && TableMoves.isReverse(back.columns(), move.columns()))
                .findFirst();
    }

    boolean isOwner(QualifiedName table) {
        return all().stream().anyMatch(move -> owner(move).equals(table));
    }

    /** Whether a table is one of a class that is not the root. */
    boolean isPart(QualifiedName table) {
        return all().stream().anyMatch(move -> part(move).equals(table));
    }

    boolean isKind(QualifiedName table, Identifier column) {
        return all().stream()
                .anyMatch(move -> owner(move).equals(table) && kind(move).equals(column));
    }

    /** Whether a column of the root's table holds values of parts. */
    boolean isValue(QualifiedName table, Identifier column) {
        return all().stream()
                .anyMatch(move -> owner(move).equals(table)
                        && ofOwner(move, move.columns()).contains(column));
    }

    /** Whether a foreign key tells to which owner, or to which part of one, parts belong. */
    boolean joins(QualifiedName table, ForeignKey key) {
        return all().stream()
                .filter(move -> part(move).equals(table))
                .anyMatch(move -> (key.referencedTable().equals(owner(move)) || isPart(key.referencedTable()))
                        && key.columns().size() == move.join().size()
                        && ofPart(move, move.join()).containsAll(key.columns()));
    }

    boolean comes(QualifiedName table) {
        return tables().createsTable(table);
    }

    boolean goes(QualifiedName table) {
        return tables().dropsTable(table);
    }

    TableMoves tables() {
        return new TableMoves(changes, wayBack);
    }

    /** Foreign keys that the migration adds to a table. */
    Stream<ForeignKey> added(QualifiedName table) {
        return tables().added(table);
    }

    /** Whether another foreign key over the same columns takes the place of one that goes. */
    boolean isReplaced(QualifiedName table, ForeignKey going) {
        return added(table).anyMatch(key -> key.columns().equals(going.columns()));
    }

    /** Whether a column is made NOT NULL. */
    boolean requires(QualifiedName table, Identifier column) {
        return changes.stream()
                .anyMatch(change -> change instanceof AlterColumn alter
                        && alter.table().equals(table)
                        && alter.to().name().equals(column)
                        && !alter.to().nullable());
    }

    /** The columns that are a key of a table, become one, or were one: then the other side's holds for both. */
    Stream<List<Identifier>> keys(Table table) {
        Stream<List<Identifier>> there = Stream.of(
                        table.primaryKey().stream().map(key -> key.columns()),
                        table.uniqueKeys().stream().map(key -> key.columns()),
                        table.indexes().stream().filter(index -> index.unique()).map(index -> index.columns()))
                .flatMap(Function.identity());
        return Stream.concat(there, changes.stream().flatMap(change -> changedKey(change, table.name()).stream()));
    }

    private static Optional<List<Identifier>> changedKey(Change change, QualifiedName table) {
        if (change instanceof AddUnique add && add.table().equals(table)) {
            return Optional.of(add.key().columns());
        }
        if (change instanceof DropUnique drop && drop.table().equals(table)) {
            return Optional.of(drop.key().columns());
        }
        return change instanceof AddIndex add
                        && add.table().equals(table)
                        && add.index().unique()
                ? Optional.of(add.index().columns())
                : Optional.empty();
    }

    /** The foreign keys of a part's row to its owner that a table gets after it is created, and could have at once. */
    List<ForeignKey> atOnce(CreateTable change, Predicate<QualifiedName> isThere) {
        QualifiedName table = change.table().name();
        return added(table)
                .filter(key -> joins(table, key) && isThere.test(key.referencedTable()))
                .toList();
    }
}
