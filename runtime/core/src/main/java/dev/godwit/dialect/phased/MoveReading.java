package dev.godwit.dialect.phased;

import dev.godwit.change.MoveValues;
import dev.godwit.change.MoveValues.Pair;
import dev.godwit.dialect.DialectException;
import dev.godwit.dialect.Refusals;
import dev.godwit.dialect.phased.MoveSide.Value;
import dev.godwit.dialect.standard.Literals;
import dev.godwit.dialect.standard.Site;
import dev.godwit.dialect.standard.StandIns;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;
import dev.godwit.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds out which of two tables is the owners' when values move between them, and what a row holds whose counterpart
 * holds nothing; refuses what cannot be kept in step.
 */
final class MoveReading {

    private final Site site;
    private final TableMoves moves;
    private final ColumnManoeuvres columns;

    MoveReading(Site site, TableMoves moves, ColumnManoeuvres columns) {
        this.site = site;
        this.moves = moves;
        this.columns = columns;
    }

    /** @throws DialectException when rows of the two tables cannot be kept in step */
    TableMove read(MoveValues change) {
        Table from = table(change.from());
        Table to = table(change.to());
        boolean toParts = moves.goesToParts(change, List.copyOf(from.foreignKeys()));
        Table owner = toParts ? from : to;
        Table part = toParts ? to : from;
        List<Identifier> ownerKey = side(change.join(), toParts);
        List<Identifier> partKey = side(change.join(), !toParts);
        List<Identifier> ownerValues = side(change.columns(), toParts);
        List<Identifier> partValues = side(change.columns(), !toParts);
        refuseMany(change, owner, ownerKey, part, partKey);
        MoveValues back = moves.back(change).orElseThrow(() -> needsWayBack(change, false));
        refuseOthers(change, owner, ownerValues, part, partValues);
        boolean unknown = moves.createsTable(part.name()) || moves.dropsTable(part.name());
        boolean makes = change.newRows() || back.newRows();
        Set<Identifier> rest = rest(part, partKey, partValues);
        if (makes && unknown || change.newRows()) {
            refuseRowsWithout(owner, part, rest);
        }
        boolean bare = rest.isEmpty();
        boolean deletes = makes
                && unknown
                && bare
                && IntStream.range(0, partValues.size())
                        .anyMatch(i -> !column(part, partValues.get(i)).nullable()
                                && column(owner, ownerValues.get(i)).nullable());
        List<Value> ofOwner = ownerValues.stream()
                .map(name -> value(owner, column(owner, name), toParts))
                .toList();
        List<Value> ofPart = new ArrayList<>();
        for (int i = 0; i < partValues.size(); i++) {
            Column column = column(part, partValues.get(i));
            boolean spared = ofOwner.get(i).column().nullable() && !(deletes && partValues.size() == 1);
            ofPart.add(unknown ? ofUnknown(part, column, spared, !toParts) : value(part, column, !toParts));
        }
        boolean cascades = Stream.concat(part.foreignKeys().stream(), moves.added(part.name()))
                .anyMatch(key -> TableMoves.joins(key, partKey, owner.name()));
        return new TableMove(
                new MoveSide(owner.name(), columns(owner, ownerKey), ofOwner, toParts),
                new MoveSide(part.name(), columns(part, partKey), ofPart, !toParts),
                makes,
                unknown,
                cascades,
                deletes);
    }

    /** @param newRows whether the way back has to make rows */
    static DialectException needsWayBack(MoveValues change, boolean newRows) {
        StringBuilder back =
                new StringBuilder("schema.moveValues(\"%s\", \"%s\", v -> v".formatted(change.to(), change.from()));
        change.join().forEach(pair -> back.append(".join(\"%s\", \"%s\")".formatted(pair.to(), pair.from())));
        change.columns().forEach(pair -> back.append(".column(\"%s\", \"%s\")".formatted(pair.to(), pair.from())));
        return PhasedRefusals.needsWayBack(
                "Values of %s move to %s".formatted(change.from(), change.to()),
                List.of(back.append(newRows ? ".newRows());" : ");").toString()));
    }

    static List<Identifier> side(List<Pair> pairs, boolean from) {
        return MoveValues.columnsOf(pairs, from ? Pair::from : Pair::to);
    }

    private Table table(QualifiedName name) {
        return site.progress().table(name);
    }

    private static Column column(Table table, Identifier name) {
        return table.columns().get(name);
    }

    static List<Column> columns(Table table, List<Identifier> names) {
        return names.stream().map(name -> column(table, name)).toList();
    }

    /** Which row is to follow which, has to be told in both directions. */
    private static void refuseMany(
            MoveValues change, Table owner, List<Identifier> ownerKey, Table part, List<Identifier> partKey) {
        if (keys(owner).noneMatch(new HashSet<>(ownerKey)::containsAll)) {
            throw PhasedRefusals.movesBetweenMany(change, owner.name(), ownerKey);
        }
        if (keys(part).noneMatch(key -> new HashSet<>(key).equals(new HashSet<>(partKey)))) {
            throw PhasedRefusals.movesBetweenMany(change, part.name(), partKey);
        }
    }

    private static Stream<List<Identifier>> keys(Table table) {
        return Stream.concat(
                table.primaryKey().map(PrimaryKey::columns).stream(),
                table.uniqueKeys().stream().map(UniqueKey::columns));
    }

    /** What values of two tables cannot be kept in step for, however many rows belong to one. */
    void refuseOthers(
            MoveValues change, Table owner, List<Identifier> ownerValues, Table part, List<Identifier> partValues) {
        String what = "values of %s move to %s".formatted(change.from(), change.to());
        if (moves.createsTable(owner.name()) || moves.dropsTable(owner.name())) {
            throw PhasedRefusals.cannot(
                    what,
                    "rows of %s would come and go with those of %s, which are there by themselves"
                            .formatted(owner.name(), part.name()));
        }
        if (owner.primaryKey().isEmpty()) {
            throw PhasedRefusals.cannot(
                    what,
                    "table %s has no primary key, by which its rows could be gone through while it is in use"
                            .formatted(owner.name()));
        }
        for (Pair pair : change.columns()) {
            boolean comes = moves.createsTable(change.to())
                    || moves.adding(change.to(), pair.to()).isPresent();
            boolean leaves = moves.dropsTable(change.from()) || moves.dropsColumn(change.from(), pair.from());
            if (!comes || !leaves) {
                throw PhasedRefusals.cannot(
                        what,
                        "both versions would write %s.%s, each with a meaning of its own"
                                .formatted(comes ? change.from() : change.to(), comes ? pair.from() : pair.to()));
            }
        }
        for (int i = 0; i < ownerValues.size(); i++) {
            Column one = column(owner, ownerValues.get(i));
            Column other = column(part, partValues.get(i));
            if (!one.type().equals(other.type())) {
                throw PhasedRefusals.cannot(
                        what,
                        "%s.%s and %s.%s are of different types, and one version could write what the other column does not hold (let the type change in another migration)"
                                .formatted(owner.name(), one.name(), part.name(), other.name()));
            }
        }
        refuseKeys(what, owner, ownerValues, part, partValues);
        refuseKeys(what, part, partValues, owner, ownerValues);
    }

    /** What one side forbids, the version that knows the other side would run into. */
    private static void refuseKeys(
            String what, Table table, List<Identifier> values, Table other, List<Identifier> otherValues) {
        for (UniqueKey key : table.uniqueKeys()) {
            if (values.containsAll(key.columns())) {
                List<Identifier> same = key.columns().stream()
                        .map(column -> otherValues.get(values.indexOf(column)))
                        .toList();
                if (keys(other).noneMatch(each -> new HashSet<>(each).equals(new HashSet<>(same)))) {
                    throw PhasedRefusals.cannot(
                            what,
                            "%s is a key of %s, and nothing keeps the version that writes %s from giving a value twice"
                                    .formatted(key.columns(), table.name(), other.name()));
                }
            }
        }
    }

    private static Set<Identifier> rest(Table table, Collection<Identifier> key, Collection<Identifier> values) {
        Set<Identifier> rest = new HashSet<>(table.columns().keySet());
        rest.removeAll(key);
        rest.removeAll(values);
        return rest;
    }

    /** Whoever makes parts for owners has their key and the values, and nothing else to put there. */
    private void refuseRowsWithout(Table owner, Table part, Set<Identifier> rest) {
        Stream.concat(
                        rest.stream().map(name -> column(part, name)),
                        moves.addedColumns(part.name())
                                .filter(column -> !part.columns().containsKey(column.name())))
                .filter(ColumnManoeuvres::needsValue)
                .findFirst()
                .ifPresent(column -> {
                    throw Refusals.cannotMakeRows(owner.name(), part.name(), column.name());
                });
    }

    /** A column of a table that both versions know, and that one of them writes without the column. */
    Value value(Table table, Column column, boolean leaves) {
        refuseComputed(table, column);
        if (column.nullable()) {
            if (column.defaultSql().isPresent()) {
                throw PhasedRefusals.cannot(
                        "values of %s.%s move".formatted(table.name(), column.name()),
                        "the database gives it a default in rows of the version that does not know it, and may hold NULL");
            }
            return new Value(column, Value.NULL);
        }
        return new Value(
                column,
                leaves
                        ? columns.absent(table.name(), column)
                        : moves.adding(table.name(), column.name())
                                .flatMap(add -> add.valueForExisting().or(column::defaultSql))
                                .filter(Literals::isLiteral)
                                .orElseThrow(() -> PhasedRefusals.noValueForOldVersion(table.name(), column.name())));
    }

    /** A column of a table that one version does not know at all. */
    private Value ofUnknown(Table table, Column column, boolean spared, boolean leaves) {
        refuseComputed(table, column);
        if (column.nullable() || !spared) {
            return new Value(column, Value.NULL);
        }
        Optional<String> standIn = leaves ? StandIns.of(site, column.type()) : Optional.empty();
        return new Value(
                column,
                standIn.orElseThrow(() -> PhasedRefusals.cannot(
                        "values move to or from %s".formatted(table.name()),
                        "%s is NOT NULL there, and where it came from a row may hold NULL".formatted(column.name()))));
    }

    private static void refuseComputed(Table table, Column column) {
        if (column.identity() || column.generatedAs().isPresent()) {
            throw PhasedRefusals.cannot(
                    "values of %s.%s move".formatted(table.name(), column.name()),
                    "the database makes them, and no version of the application writes them");
        }
    }
}
