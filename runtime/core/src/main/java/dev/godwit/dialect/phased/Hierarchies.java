package dev.godwit.dialect.phased;

import dev.godwit.change.AddColumn;
import dev.godwit.change.AddForeignKey;
import dev.godwit.change.AlterColumn;
import dev.godwit.change.CreateTable;
import dev.godwit.change.DropColumn;
import dev.godwit.change.DropForeignKey;
import dev.godwit.change.DropTable;
import dev.godwit.change.MoveValues;
import dev.godwit.dialect.Refusals;
import dev.godwit.dialect.phased.Hierarchy.Pair;
import dev.godwit.dialect.phased.Hierarchy.Part;
import dev.godwit.dialect.standard.ChangeSteps;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
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
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The inheritance strategy of entities that changes: what the new one needs is there from expand on, and the tables of both
 * are kept in step until what the old one had goes.
 */
final class Hierarchies {

    private final Site site;
    private final ChangeSteps whole;
    private final Manoeuvres manoeuvres;
    private final KindMoves moves;
    private final HierarchyReading reading;
    private final LeavingTable leaving;
    private final Set<Ref> there = new HashSet<>();

    Hierarchies(Site site, ChangeSteps whole, Manoeuvres manoeuvres, Course course) {
        this.site = site;
        this.whole = whole;
        this.manoeuvres = manoeuvres;
        this.moves = new KindMoves(course.changes(), course.wayBack());
        this.reading = new HierarchyReading(site, moves, course.before());
        this.leaving = new LeavingTable(site, whole, manoeuvres, course.changes());
    }

    /** Whether what goes is what values are moved from. */
    boolean include(DropTable change) {
        return moves.isPart(change.table());
    }

    /** Whether what goes is what values are moved from, or what tells how. */
    boolean include(DropColumn change) {
        return moves.isKind(change.table(), change.column()) || moves.isValue(change.table(), change.column());
    }

    /** The table of a class that is not the root; its foreign keys are there before anybody writes it. */
    Optional<Drafts> createTable(CreateTable change) {
        Table table = change.table();
        QualifiedName name = table.name();
        if (!moves.isPart(name)) {
            return Optional.empty();
        }
        Set<ForeignKey> keys = new LinkedHashSet<>();
        List<Draft> contract = new ArrayList<>();
        for (ForeignKey key : table.foreignKeys()) {
            keys.add(meanwhile(name, key));
            contract.addAll(mapped(name, key));
        }
        for (ForeignKey key : moves.atOnce(change, site.progress().schema().tables()::containsKey)) {
            keys.add(meanwhile(name, key));
            there.add(Ref.of(name, key.name()));
        }
        List<Draft> now = new ArrayList<>(held());
        Drafts creating = manoeuvres.createNew(new CreateTable(table.withForeignKeys(keys)));
        now.addAll(creating.now());
        Draft drop = site.writer()
                .ddl(
                        "drop table %s again".formatted(name),
                        "drop table if exists " + site.quote(name),
                        Cost.NONE,
                        new Resume.Idempotent());
        return Optional.of(new Drafts(now, creating.later(), false, contract, List.of(drop), Gate.NONE));
    }

    private ForeignKey meanwhile(QualifiedName table, ForeignKey key) {
        return isSuspended(table, key) ? new PartKey(table, key).meanwhile() : key;
    }

    private List<Draft> mapped(QualifiedName table, ForeignKey key) {
        return isSuspended(table, key)
                ? manoeuvres.replace(table, new PartKey(table, key).meanwhile(), key)
                : List.of();
    }

    private boolean isSuspended(QualifiedName table, ForeignKey key) {
        return moves.joins(table, key) && new PartKey(table, key).needsOther();
    }

    /** Owners come before their parts wherever both are locked. */
    private List<Draft> held() {
        return manoeuvres.hold(KindMoves.owner(moves.all().get(0)));
    }

    /** A foreign key that a new part has already, if what it refers to was there. */
    Optional<Drafts> addForeignKey(AddForeignKey change) {
        QualifiedName table = change.table();
        if (!moves.comes(table) || !moves.joins(table, change.key())) {
            return Optional.empty();
        }
        Drafts adding = there.contains(Ref.of(table, change.key().name()))
                ? new Drafts(List.of(), List.of(), false)
                : whole.addForeignKey(new AddForeignKey(table, meanwhile(table, change.key())));
        return Optional.of(
                new Drafts(adding.now(), adding.later(), false, mapped(table, change.key()), List.of(), Gate.NONE));
    }

    /** The column that tells kinds, and those that get the values of parts. */
    Optional<Drafts> addColumn(AddColumn change) {
        QualifiedName table = change.table();
        Column column = change.column();
        boolean kind = moves.isKind(table, column.name());
        if (!kind && !moves.isValue(table, column.name()) || site.progress().isNew(table)) {
            return Optional.empty();
        }
        Optional<String> value = change.valueForExisting().or(column::defaultSql);
        Column meanwhile = kind
                ? column.withNullable(column.nullable() || isOpen(table) || value.isEmpty())
                        .withDefault(value)
                : column;
        AddColumn adding = new AddColumn(table, meanwhile, Optional.empty());
        List<Draft> now = new ArrayList<>(held());
        Drafts added = manoeuvres.addNew(adding);
        now.addAll(added.now());
        List<Draft> contract = new ArrayList<>();
        Gate gate = Gate.NONE;
        if (!meanwhile.equals(column)) {
            PutOff narrow = altered(adding, new AlterColumn(table, meanwhile, column, Optional.empty()));
            contract.addAll(narrow.steps());
            gate = new Gate(narrow.guards(), List.of());
        }
        return Optional.of(new Drafts(
                now, added.later(), false, contract, List.of(manoeuvres.dropAdded(table, column.name())), gate));
    }

    private PutOff altered(AddColumn adding, AlterColumn narrowing) {
        return site.progress().after(adding, () -> PutOff.of(site, () -> whole.alterColumn(narrowing)));
    }

    /** Whether a class that has subclasses has no kind of its own. */
    private boolean isOpen(QualifiedName owner) {
        return moves.all().stream()
                .filter(move -> KindMoves.owner(move).equals(owner))
                .map(move -> move.newRows() ? moves.back(move).orElse(move) : move)
                .anyMatch(move -> move.mark().isEmpty());
    }

    /** From here on all tables are kept in step; before the last of their values no table is ready for it. */
    Optional<Drafts> moveValues(MoveValues change) {
        if (!moves.all().contains(change)) {
            return Optional.empty();
        }
        List<MoveValues> beside = moves.beside(change);
        boolean last = beside.get(beside.size() - 1).equals(change);
        return Optional.of(last ? inStep(reading.read(change)) : new Drafts(List.of(), List.of(), false));
    }

    private Drafts inStep(Hierarchy hierarchy) {
        HierarchyTriggers triggers = manoeuvres.hierarchyTriggers();
        HierarchyWords words = triggers.words(hierarchy);
        ask(hierarchy, words, triggers.guards(hierarchy));
        String apart = new RowChecks(site).rowsBetween(hierarchy.owner(), words.apart());
        Gate gate = new Gate(
                List.of(Guard.listing(apart, PhasedRefusals.apart(hierarchy.subject()))),
                List.of(triggers.watch(hierarchy)));
        return new Drafts(
                triggers.create(hierarchy),
                new HierarchyFilling(site).of(hierarchy, triggers),
                false,
                triggers.drop(hierarchy),
                triggers.drop(hierarchy),
                gate);
    }

    /** What would be found at contract only. */
    private void ask(Hierarchy hierarchy, HierarchyWords words, List<Guard> guards) {
        QualifiedName owner = hierarchy.owner();
        guards.forEach(guard -> site.progress().guardRows(guard));
        if (!hierarchy.splits()) {
            if (hierarchy.root().isEmpty()) {
                guard(
                        owner,
                        words.partless(),
                        Refusals.withoutKind(owner, hierarchy.kind().name()));
            }
            return;
        }
        guard(
                owner,
                words.unknown(),
                Refusals.unknownKinds(owner, hierarchy.kind().name()));
        for (Part part : hierarchy.parts()) {
            for (Pair pair : part.values()) {
                if (!pair.part().nullable()) {
                    guard(
                            owner,
                            words.unfit(part, pair),
                            Refusals.movesNull(
                                    owner,
                                    pair.owner().name(),
                                    part.table(),
                                    pair.part().name()));
                }
            }
        }
    }

    private void guard(QualifiedName owner, String condition, String refusal) {
        site.progress().guardRows(Guard.listing(new RowChecks(site).rows(owner, condition), refusal));
    }

    /** A column whose values parts have, or that told of what kind rows are. */
    Optional<Drafts> dropColumn(DropColumn change) {
        if (!include(change)) {
            return Optional.empty();
        }
        return Optional.of(moves.isKind(change.table(), change.column()) ? unstated(change) : dropped(change));
    }

    private Drafts dropped(DropColumn change) {
        int asked = site.progress().guardCount();
        Drafts dropping = whole.dropColumn(change);
        return dropping.putOff(site.progress().takeGuards(asked));
    }

    /** The new version adds rows without saying of what kind they are. */
    private Drafts unstated(DropColumn change) {
        QualifiedName table = change.table();
        Column column = site.progress().table(table).columns().get(change.column());
        Optional<String> root = new Values(moves.wayBack())
                .adding(table, change.column())
                .flatMap(add -> add.valueForExisting().or(add.column()::defaultSql));
        Column meanwhile = column.withDefault(root).withNullable(isOpen(table) || root.isEmpty());
        AlterColumn loosening = new AlterColumn(table, column, meanwhile, Optional.empty());
        Drafts loosened = whole.alterColumn(loosening);
        Drafts dropping = site.progress().after(loosening, () -> dropped(change));
        List<Draft> now = new ArrayList<>(loosened.now());
        now.addAll(loosened.later());
        PutOff back = site.progress()
                .after(
                        loosening,
                        () -> PutOff.of(
                                site,
                                () -> whole.alterColumn(new AlterColumn(table, meanwhile, column, Optional.empty()))));
        return new Drafts(now, List.of(), true, dropping.contract(), back.steps(), dropping.gate());
    }

    /** The table of a class, whose values the root's has. */
    Optional<Drafts> dropTable(DropTable change) {
        return include(change)
                ? Optional.of(leaving.dropTable(change, key -> isSuspended(change.table(), key)))
                : Optional.empty();
    }

    /**
     * A foreign key of a table that goes, and whose rows the new version does not know; or one to a table of the hierarchy
     * that another one takes the place of: as long as all tables are in step, it holds for both versions.
     */
    Optional<Drafts> dropForeignKey(DropForeignKey change) {
        QualifiedName table = change.table();
        ForeignKey key = site.progress().table(table).foreignKey(change.name()).orElseThrow();
        if (moves.goes(table) && isSuspended(table, key)) {
            Drafts leaves = leaving.dropForeignKey(table, key);
            List<Draft> now = new ArrayList<>(held());
            now.addAll(leaves.now());
            return Optional.of(
                    new Drafts(now, leaves.later(), false, leaves.contract(), leaves.abandon(), leaves.gate()));
        }
        boolean stays = moves.goes(key.referencedTable()) && moves.isPart(key.referencedTable())
                || moves.isOwner(key.referencedTable()) && moves.isReplaced(table, key);
        return stays && !moves.isPart(table) ? Optional.of(later(change)) : Optional.empty();
    }

    private Drafts later(DropForeignKey change) {
        int asked = site.progress().guardCount();
        Drafts dropping = whole.dropForeignKey(change);
        return dropping.putOff(site.progress().takeGuards(asked));
    }
}
