package dev.godwit.dialect.phased;

import dev.godwit.change.AddColumn;
import dev.godwit.change.AddForeignKey;
import dev.godwit.change.AlterColumn;
import dev.godwit.change.CreateTable;
import dev.godwit.change.DropColumn;
import dev.godwit.change.DropForeignKey;
import dev.godwit.change.DropTable;
import dev.godwit.change.MoveValues;
import dev.godwit.change.MoveValues.Pair;
import dev.godwit.dialect.phased.MoveSide.Value;
import dev.godwit.dialect.standard.ChangeSteps;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.Literals;
import dev.godwit.dialect.standard.RowChecks;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Course;
import dev.godwit.plan.Gate;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Resume;
import dev.godwit.schema.Column;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Values that leave one table for another: what they come to is there from expand on, and rows of both are kept in step
 * until what they leave goes.
 */
final class Moves {

    private final Site site;
    private final ChangeSteps whole;
    private final Manoeuvres manoeuvres;
    private final Defaults defaults;
    private final TableMoves moves;
    private final MoveReading reading;
    private final CollectionReading collections;
    private final LeavingTable leaving;

    Moves(Site site, ChangeSteps whole, Manoeuvres manoeuvres, ColumnManoeuvres columns, Course course) {
        this.site = site;
        this.whole = whole;
        this.manoeuvres = manoeuvres;
        this.defaults = new Defaults(site, manoeuvres);
        this.moves = new TableMoves(course.changes(), course.wayBack());
        this.reading = new MoveReading(site, moves, columns);
        this.collections = new CollectionReading(site, moves, reading);
        this.leaving = new LeavingTable(site, whole, manoeuvres, course.changes());
    }

    /** Whether what goes is what values are moved from. */
    boolean include(DropTable change) {
        return moves.all().anyMatch(move -> move.from().equals(change.table()));
    }

    /** Whether what goes is what values are moved from. */
    boolean include(DropColumn change) {
        return moves.all()
                .anyMatch(move -> move.from().equals(change.table())
                        && MoveValues.columnsOf(move.columns(), Pair::from).contains(change.column()));
    }

    private boolean includes(AddColumn change) {
        return moves.all()
                .anyMatch(move -> move.to().equals(change.table())
                        && MoveValues.columnsOf(move.columns(), Pair::to)
                                .contains(change.column().name()));
    }

    /** A table for values that leave another one. */
    Optional<Drafts> createTable(CreateTable change) {
        Table table = change.table();
        List<MoveValues> into =
                moves.all().filter(move -> move.to().equals(table.name())).toList();
        if (into.isEmpty()) {
            return Optional.empty();
        }
        Set<ForeignKey> keys = new LinkedHashSet<>();
        List<Draft> contract = new ArrayList<>();
        for (ForeignKey key : table.foreignKeys()) {
            PartKey part = new PartKey(table.name(), key);
            boolean other = part.needsOther() && into.stream().anyMatch(move -> joins(key, move));
            keys.add(other ? part.meanwhile() : key);
            if (other) {
                contract.addAll(manoeuvres.replace(table.name(), part.meanwhile(), key));
            }
        }
        List<Draft> now = new ArrayList<>(manoeuvres.hold(into.get(0).from()));
        Drafts creating = manoeuvres.createNew(new CreateTable(table.withForeignKeys(keys)));
        now.addAll(creating.now());
        Draft drop = site.writer()
                .ddl(
                        "drop table %s again".formatted(table.name()),
                        "drop table if exists " + site.quote(table.name()),
                        Cost.NONE,
                        new Resume.Idempotent());
        return Optional.of(new Drafts(now, creating.later(), false, contract, List.of(drop), Gate.NONE));
    }

    private static boolean joins(ForeignKey key, MoveValues move) {
        return TableMoves.joins(key, MoveValues.columnsOf(move.join(), Pair::to), move.from());
    }

    /** The foreign key of a new table whose rows the running version does not know. */
    Optional<Drafts> addForeignKey(AddForeignKey change) {
        PartKey part = new PartKey(change.table(), change.key());
        boolean other = part.needsOther()
                && site.progress().isNew(change.table())
                && moves.all().anyMatch(move -> move.to().equals(change.table()) && joins(change.key(), move));
        if (!other) {
            return Optional.empty();
        }
        Drafts adding = whole.addForeignKey(new AddForeignKey(change.table(), part.meanwhile()));
        return Optional.of(new Drafts(
                adding.now(),
                adding.later(),
                false,
                manoeuvres.replace(change.table(), part.meanwhile(), change.key()),
                List.of(),
                Gate.NONE));
    }

    /** A column for values that leave another table: empty where they hold none, until the running version is gone. */
    Optional<Drafts> addColumn(AddColumn change) {
        if (!includes(change) || site.progress().isNew(change.table())) {
            return Optional.empty();
        }
        QualifiedName table = change.table();
        Column column = change.column();
        Column meanwhile = column.nullable()
                ? column
                : column.withNullable(true)
                        .withDefault(change.valueForExisting().or(column::defaultSql));
        AddColumn adding = new AddColumn(table, meanwhile, Optional.empty());
        List<Draft> now = new ArrayList<>(ownersHeld(change));
        Drafts added = added(table, meanwhile);
        now.addAll(added.now());
        List<Draft> contract = new ArrayList<>();
        Gate gate = Gate.NONE;
        if (!meanwhile.equals(column)) {
            int asked = site.progress().guardCount();
            Drafts narrowing = site.progress()
                    .after(
                            adding,
                            () -> whole.alterColumn(new AlterColumn(table, meanwhile, column, Optional.empty())));
            contract.addAll(narrowing.now());
            contract.addAll(narrowing.later());
            gate = new Gate(site.progress().takeGuards(asked), List.of());
        }
        return Optional.of(new Drafts(
                now, added.later(), false, contract, List.of(manoeuvres.dropAdded(table, column.name())), gate));
    }

    /** A default that the database does not take when it adds the column comes behind that, and does not reach all rows. */
    private Drafts added(QualifiedName table, Column column) {
        Optional<String> late =
                column.defaultSql().filter(sql -> Literals.isLiteral(sql) && !Defaults.mayBeLiteral(site, column));
        Column first = late.isEmpty() ? column : column.withDefault(Optional.empty());
        Drafts added = manoeuvres.addNew(new AddColumn(table, first, Optional.empty()));
        List<Draft> now = new ArrayList<>(added.now());
        late.ifPresent(value -> {
            String name = site.quote(column.name());
            now.add(defaults.set(table, column, value));
            now.add(new Filling(site).rows(table, name + " = " + value, name + " is null"));
        });
        return new Drafts(now, added.later(), false, List.of(), List.of(), Gate.NONE);
    }

    /** Owners come before their parts wherever both are locked. */
    private List<Draft> ownersHeld(AddColumn change) {
        return moves.all()
                .filter(move -> move.to().equals(change.table()))
                .filter(move -> moves.goesToParts(
                        move, List.copyOf(site.progress().table(move.from()).foreignKeys())))
                .findFirst()
                .map(move -> manoeuvres.hold(move.from()))
                .orElse(List.of());
    }

    /** From here on both sides are kept in step; empty: nothing leaves, so nothing that is written later is lost. */
    Optional<Drafts> moveValues(MoveValues change) {
        return moves.all()
                .filter(change::equals)
                .findFirst()
                .map(leaving ->
                        collections.read(leaving).map(this::inStep).orElseGet(() -> inStep(reading.read(leaving))));
    }

    private Drafts inStep(CollectionMove move) {
        List<Draft> given = new ArrayList<>();
        List<Draft> taken = new ArrayList<>();
        defaults(move.leaving(), given, taken);
        return new CollectionMoves(site, whole, manoeuvres.collectionTriggers()).inStep(move, given, taken);
    }

    private Drafts inStep(TableMove move) {
        MoveTriggers triggers = manoeuvres.moveTriggers();
        triggers.guards(move)
                .forEach(guard -> site.progress().guard(Ref.of(move.leaving().table()), guard));
        List<Draft> now = new ArrayList<>();
        List<Draft> abandon = new ArrayList<>(triggers.drop(move));
        defaults(move.leaving(), now, abandon);
        now.addAll(triggers.create(move));
        MoveWords words = triggers.words(move);
        boolean completed = move.makesParts() && !move.unknown() && move.owner().leaves();
        String apart =
                new RowChecks(site).rowsBetween(move.owner().table(), completed ? words.outOfStep() : words.apart());
        List<Draft> contract = new ArrayList<>(completed ? new Filling(site).parts(move, triggers) : List.of());
        contract.addAll(triggers.drop(move));
        Gate gate = new Gate(
                List.of(Guard.listing(apart, PhasedRefusals.apart(move.subject()))), List.of(triggers.watch(move)));
        return new Drafts(now, new Filling(site).of(move, triggers), false, contract, abandon, gate);
    }

    /** The new version adds rows without a column that has to have a value. */
    private void defaults(MoveSide leaving, List<Draft> now, List<Draft> abandon) {
        for (Value value : leaving.values()) {
            if (isUnstated(leaving, value)) {
                now.add(defaults.set(leaving.table(), value.column(), value.absent()));
                abandon.add(defaults.drop(leaving.table(), value.column()));
            }
        }
    }

    private boolean isUnstated(MoveSide leaving, Value value) {
        return !moves.dropsTable(leaving.table())
                && !value.column().nullable()
                && value.column().defaultSql().isEmpty();
    }

    /** A column whose values another table has. */
    Optional<Drafts> dropColumn(DropColumn change) {
        if (!include(change)) {
            return Optional.empty();
        }
        int asked = site.progress().guardCount();
        Drafts dropping = whole.dropColumn(change);
        return Optional.of(dropping.putOff(site.progress().takeGuards(asked)));
    }

    /** A table whose values another one has. */
    Optional<Drafts> dropTable(DropTable change) {
        return include(change)
                ? Optional.of(leaving.dropTable(change, key -> isSuspended(change.table(), key)))
                : Optional.empty();
    }

    /** The foreign key of a table that goes, and whose rows the new version does not know. */
    Optional<Drafts> dropForeignKey(DropForeignKey change) {
        QualifiedName table = change.table();
        return site.progress()
                .table(table)
                .foreignKey(change.name())
                .filter(key -> isSuspended(table, key))
                .map(key -> leaving.dropForeignKey(table, key));
    }

    private boolean isSuspended(QualifiedName table, ForeignKey key) {
        return moves.dropsTable(table)
                && new PartKey(table, key).needsOther()
                && moves.all()
                        .anyMatch(move -> move.from().equals(table)
                                && TableMoves.joins(key, MoveValues.columnsOf(move.join(), Pair::from), move.to()));
    }
}
