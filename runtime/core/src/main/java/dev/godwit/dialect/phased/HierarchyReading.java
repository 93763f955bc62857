package dev.godwit.dialect.phased;

import dev.godwit.change.MoveValues;
import dev.godwit.dialect.DialectException;
import dev.godwit.dialect.phased.Hierarchy.Pair;
import dev.godwit.dialect.phased.Hierarchy.Part;
import dev.godwit.dialect.standard.KindSql;
import dev.godwit.dialect.standard.Literals;
import dev.godwit.dialect.standard.Site;
import dev.godwit.dialect.standard.StandIns;
import dev.godwit.schema.Column;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds out which tables make a hierarchy when values move by the kind of their rows; refuses what cannot be kept in step. */
final class HierarchyReading {

    private final Site site;
    private final KindMoves moves;
    private final Supplier<Schema> former;

    /** @param former the schema before the migration */
    HierarchyReading(Site site, KindMoves moves, Supplier<Schema> former) {
        this.site = site;
        this.moves = moves;
        this.former = former;
    }

    /**
     * @param change any of the hierarchy's
     * @throws DialectException when rows of its tables cannot be kept in step
     */
    Hierarchy read(MoveValues change) {
        List<Both> all = moves.beside(change).stream()
                .map(this::both)
                .sorted(Comparator.comparing(both -> -both.kinds().size()))
                .toList();
        Table owner = table(KindMoves.owner(change));
        Identifier kind = KindMoves.kind(change);
        boolean splits = change.newRows();
        List<Identifier> key = KindMoves.ofOwner(change, change.join());
        refuseOwner(change, owner, key);
        refuseKind(change, owner.name(), kind, splits);
        Optional<String> root = root(owner.name(), kind, splits);
        List<Part> parts = new ArrayList<>();
        for (Both both : all) {
            parts.add(part(both, owner, key));
        }
        refuseShared(change, owner, parts);
        boolean open =
                root.isEmpty() || parts.stream().anyMatch(part -> part.mark().isEmpty());
        return new Hierarchy(owner.name(), columns(owner, key), column(owner, kind), root, open, parts, splits);
    }

    /** A move and its way back. */
    private record Both(MoveValues toPart, MoveValues toOwner) {
        Set<String> kinds() {
            return Set.copyOf(toPart.kind().orElseThrow().values());
        }

        QualifiedName part() {
            return toPart.to();
        }
    }

    private Both both(MoveValues move) {
        MoveValues back = moves.back(move).orElseThrow(() -> needsWayBack(move));
        return move.newRows() ? new Both(move, back) : new Both(back, move);
    }

    private static DialectException needsWayBack(MoveValues move) {
        StringBuilder back =
                new StringBuilder("schema.moveValues(\"%s\", \"%s\", v -> v".formatted(move.to(), move.from()));
        move.join().forEach(pair -> back.append(".join(\"%s\", \"%s\")".formatted(pair.to(), pair.from())));
        move.columns().forEach(pair -> back.append(".column(\"%s\", \"%s\")".formatted(pair.to(), pair.from())));
        back.append(
                move.newRows()
                        ? ".marks(\"%s\", …));".formatted(KindMoves.kind(move))
                        : ".newRows(\"%s\", …));".formatted(KindMoves.kind(move)));
        return PhasedRefusals.needsWayBack(
                "Values of %s move to %s".formatted(move.from(), move.to()), List.of(back.toString()));
    }

    private Optional<String> root(QualifiedName owner, Identifier kind, boolean splits) {
        return new Values(splits ? moves.wayBack() : moves.changes())
                .adding(owner, kind)
                .flatMap(add -> add.valueForExisting().or(add.column()::defaultSql))
                .filter(Literals::isLiteral);
    }

    private Optional<String> mark(Both both) {
        return both.toOwner().mark().map(kinds(both)::literal);
    }

    private KindSql kinds(Both both) {
        Identifier kind = KindMoves.kind(both.toPart());
        return new KindSql(
                site,
                kind,
                column(table(both.toPart().from()), kind).type(),
                both.toPart().kind().orElseThrow().values());
    }

    private Part part(Both both, Table owner, List<Identifier> ownerKey) {
        MoveValues move = both.toPart();
        Table part = table(both.part());
        refusePart(both, owner, part, ownerKey);
        List<Column> key = ownerKey.stream()
                .map(name -> move.join().stream()
                        .filter(pair -> pair.from().equals(name))
                        .map(MoveValues.Pair::to)
                        .findFirst()
                        .orElseThrow(() -> PhasedRefusals.movesBetweenMany(move, part.name(), ownerKey)))
                .map(name -> column(part, name))
                .toList();
        List<Pair> values = move.columns().stream()
                .map(pair -> pair(both, owner, column(owner, pair.from()), part, column(part, pair.to())))
                .toList();
        // What stands in for a foreign key that goes stays until contract.
        Stream<ForeignKey> before =
                former.get().table(part.name()).stream().flatMap(table -> table.foreignKeys().stream());
        boolean cascades = Stream.concat(before, Stream.concat(part.foreignKeys().stream(), moves.added(part.name())))
                .anyMatch(foreign -> moves.joins(part.name(), foreign));
        return new Part(part.name(), key, values, kinds(both), mark(both), cascades);
    }

    private Pair pair(Both both, Table owner, Column ofOwner, Table part, Column ofPart) {
        String what = what(both.toPart());
        if (!ofOwner.type().equals(ofPart.type())) {
            throw PhasedRefusals.cannot(
                    what,
                    "%s.%s and %s.%s are of different types, and one version could write what the other column does not hold (let the type change in another migration)"
                            .formatted(owner.name(), ofOwner.name(), part.name(), ofPart.name()));
        }
        boolean required = !ofOwner.nullable() || moves.requires(owner.name(), ofOwner.name());
        if (required || ofOwner.defaultSql().isPresent()) {
            throw PhasedRefusals.cannot(
                    what,
                    "%s.%s is NOT NULL or has a default, and rows of other kinds hold nothing there"
                            .formatted(owner.name(), ofOwner.name()));
        }
        Stream.of(ofOwner, ofPart)
                .filter(column -> column.identity() || column.generatedAs().isPresent())
                .findFirst()
                .ifPresent(column -> {
                    throw PhasedRefusals.cannot(
                            what,
                            "the database makes the values of %s, and no version of the application writes them"
                                    .formatted(column.name()));
                });
        return new Pair(ofOwner, ofPart, ofPart.nullable() ? Pair.NULL : absent(what, part, ofPart));
    }

    private String absent(String what, Table part, Column column) {
        return StandIns.of(site, column.type())
                .orElseThrow(() -> PhasedRefusals.cannot(
                        what,
                        "%s.%s is NOT NULL, and the other version may leave the value out"
                                .formatted(part.name(), column.name())));
    }

    private void refuseOwner(MoveValues change, Table owner, List<Identifier> key) {
        if (moves.comes(owner.name()) || moves.goes(owner.name())) {
            throw PhasedRefusals.cannot(what(change), "table %s comes or goes as well".formatted(owner.name()));
        }
        if (owner.primaryKey()
                .map(PrimaryKey::columns)
                .filter(columns -> new HashSet<>(columns).equals(new HashSet<>(key)))
                .isEmpty()) {
            throw PhasedRefusals.cannot(
                    what(change), "the rows of %s are not joined by its primary key".formatted(owner.name()));
        }
    }

    private void refuseKind(MoveValues change, QualifiedName owner, Identifier kind, boolean splits) {
        boolean changes = splits
                ? moves.tables().dropsColumn(owner, kind)
                : moves.tables().adding(owner, kind).isPresent();
        if (!changes) {
            throw PhasedRefusals.bothKnowKind(what(change), owner, kind);
        }
        Column column = column(table(owner), kind);
        if (column.nullable() && splits) {
            throw PhasedRefusals.cannot(
                    what(change), "%s.%s may be NULL, and that would be a kind too".formatted(owner, kind));
        }
    }

    private void refusePart(Both both, Table owner, Table part, List<Identifier> ownerKey) {
        MoveValues move = both.toPart();
        if (part.primaryKey()
                .map(PrimaryKey::columns)
                .filter(columns -> new HashSet<>(columns)
                        .equals(new HashSet<>(MoveValues.columnsOf(move.join(), MoveValues.Pair::to))))
                .isEmpty()) {
            throw PhasedRefusals.movesBetweenMany(
                    move, part.name(), MoveValues.columnsOf(move.join(), MoveValues.Pair::to));
        }
        boolean splits = moves.comes(part.name());
        for (MoveValues.Pair pair : move.columns()) {
            boolean changes = splits
                    ? moves.tables().dropsColumn(owner.name(), pair.from())
                    : moves.tables().adding(owner.name(), pair.from()).isPresent();
            if (!changes) {
                throw PhasedRefusals.cannot(
                        what(move),
                        "both versions would write %s.%s, each with a meaning of its own"
                                .formatted(owner.name(), pair.from()));
            }
        }
        Set<Identifier> given = new HashSet<>(MoveValues.columnsOf(move.join(), MoveValues.Pair::to));
        given.addAll(MoveValues.columnsOf(move.columns(), MoveValues.Pair::to));
        Stream.concat(part.columns().values().stream(), moves.tables().addedColumns(part.name()))
                .filter(column -> !given.contains(column.name()))
                .filter(ColumnManoeuvres::needsValue)
                .findFirst()
                .ifPresent(column -> {
                    throw PhasedRefusals.cannot(
                            what(move),
                            "%s.%s is NOT NULL and has no default, and no value moves between it and %s"
                                    .formatted(part.name(), column.name(), owner.name()));
                });
        refuseKeys(move, part, MoveValues.Pair::to, owner, MoveValues.Pair::from);
        refuseKeys(move, owner, MoveValues.Pair::from, part, MoveValues.Pair::to);
    }

    /** What one side forbids, the version that knows the other side would run into. */
    private void refuseKeys(
            MoveValues move,
            Table table,
            Function<MoveValues.Pair, Identifier> ofTable,
            Table other,
            Function<MoveValues.Pair, Identifier> ofOther) {
        List<Identifier> values = MoveValues.columnsOf(move.columns(), ofTable);
        List<Identifier> otherValues = MoveValues.columnsOf(move.columns(), ofOther);
        moves.keys(table)
                .filter(key -> !key.isEmpty() && values.containsAll(key))
                .filter(key -> {
                    Set<Identifier> same = new HashSet<>();
                    key.forEach(column -> same.add(otherValues.get(values.indexOf(column))));
                    return moves.keys(other).noneMatch(each -> new HashSet<>(each).equals(same));
                })
                .findFirst()
                .ifPresent(key -> {
                    throw PhasedRefusals.cannot(
                            what(move),
                            "%s is a key of %s, and nothing keeps the version that writes %s from giving a value twice"
                                    .formatted(key, table.name(), other.name()));
                });
    }

    /** Rows of two tables whose values share a column may have the same one. */
    private void refuseShared(MoveValues change, Table owner, List<Part> parts) {
        List<Identifier> all = parts.stream()
                .flatMap(part -> part.values().stream())
                .map(pair -> pair.owner().name())
                .toList();
        Set<Identifier> once = new HashSet<>();
        Set<Identifier> shared = new HashSet<>();
        all.stream().filter(name -> !once.add(name)).forEach(shared::add);
        moves.keys(owner).filter(key -> shared.containsAll(key)).findFirst().ifPresent(key -> {
            throw PhasedRefusals.cannot(
                    what(change),
                    "%s is a key of %s, and several tables have values for it, which may be the same"
                            .formatted(key, owner.name()));
        });
    }

    private static String what(MoveValues move) {
        return "values of %s move to %s by %s".formatted(move.from(), move.to(), KindMoves.kind(move));
    }

    private Table table(QualifiedName name) {
        return site.progress().table(name);
    }

    private static Column column(Table table, Identifier name) {
        return table.columns().get(name);
    }

    private static List<Column> columns(Table table, List<Identifier> names) {
        return names.stream().map(name -> column(table, name)).toList();
    }
}
