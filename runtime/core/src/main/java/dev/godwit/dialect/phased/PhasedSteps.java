package dev.godwit.dialect.phased;

import dev.godwit.change.AddCheck;
import dev.godwit.change.AddColumn;
import dev.godwit.change.AddForeignKey;
import dev.godwit.change.AddIndex;
import dev.godwit.change.AddPrimaryKey;
import dev.godwit.change.AddUnique;
import dev.godwit.change.AlterColumn;
import dev.godwit.change.AlterSequence;
import dev.godwit.change.AlterTableOptions;
import dev.godwit.change.Change;
import dev.godwit.change.ChangeRows;
import dev.godwit.change.Checkpoint;
import dev.godwit.change.CommentTable;
import dev.godwit.change.CreateSequence;
import dev.godwit.change.CreateStruct;
import dev.godwit.change.CreateTable;
import dev.godwit.change.DropCheck;
import dev.godwit.change.DropColumn;
import dev.godwit.change.DropForeignKey;
import dev.godwit.change.DropIndex;
import dev.godwit.change.DropPrimaryKey;
import dev.godwit.change.DropSequence;
import dev.godwit.change.DropStruct;
import dev.godwit.change.DropTable;
import dev.godwit.change.DropUnique;
import dev.godwit.change.FillColumn;
import dev.godwit.change.MoveValues;
import dev.godwit.change.NoWayBack;
import dev.godwit.change.RenameColumn;
import dev.godwit.change.RenameSequence;
import dev.godwit.change.RenameTable;
import dev.godwit.change.RunSql;
import dev.godwit.change.Transform;
import dev.godwit.dialect.standard.ChangeSteps;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Course;
import dev.godwit.plan.Guard;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The steps of changes while a version of the application runs that knows the schema from before. What only adds or
 * loosens is done at once; what narrows or drops waits for contract; what is neither has a manoeuvre of its own, or is
 * refused.
 */
public final class PhasedSteps implements ChangeSteps {

    private final Site site;
    private final ChangeSteps whole;
    private final Manoeuvres manoeuvres;
    private final Moments moments;
    private final ColumnManoeuvres columns;
    private final Redefinitions redefinitions;
    private final Regroupings regroupings;
    private final Recodings recodings;
    private final AcrossTables across;
    private final Moves moves;
    private final Hierarchies hierarchies;
    private final LeavingTable leavingTable;
    private final Course course;
    private final MovedNames moved = new MovedNames();
    private final Set<Ref> leaving = new HashSet<>();
    private final Set<QualifiedName> standing = new HashSet<>();
    private final Set<QualifiedName> renamed = new HashSet<>();

    /** @param whole how each change is carried out at once */
    public PhasedSteps(Site site, ChangeSteps whole, Manoeuvres manoeuvres, Course course) {
        this.site = site;
        this.whole = whole;
        this.manoeuvres = manoeuvres;
        this.moments = new Moments(site, whole);
        this.course = course;
        this.across = new AcrossTables(site.dialect().kind(), course.changes());
        Values forth = new Values(course.changes());
        Values back = new Values(course.wayBack());
        this.columns = new ColumnManoeuvres(site, whole, manoeuvres, forth, back);
        this.redefinitions = new Redefinitions(site, whole, manoeuvres, forth, back);
        this.regroupings = new Regroupings(site, whole, manoeuvres, course);
        this.recodings = new Recodings(site, whole, manoeuvres, columns, course);
        this.moves = new Moves(site, whole, manoeuvres, columns, course);
        this.hierarchies = new Hierarchies(site, whole, manoeuvres, course);
        this.leavingTable = new LeavingTable(site, whole, manoeuvres, course.changes());
    }

    @Override
    public List<Draft> beginning() {
        return whole.beginning();
    }

    @Override
    public List<Draft> ending() {
        manoeuvres.end();
        return whole.ending();
    }

    private boolean isLeaving(QualifiedName table, Identifier index) {
        return leaving.contains(Ref.of(table, index));
    }

    /** Old names have to mean what they meant, until contract. */
    private void refuseTaken(QualifiedName name) {
        if (standing.contains(name)) {
            throw PhasedRefusals.nameTaken(name);
        }
    }

    private Drafts renamed(Change change, QualifiedName from, QualifiedName to, Supplier<Drafts> apart) {
        if (site.progress().isUnknownBefore(from)) {
            moved.renamedAnew(Ref.of(to));
            return moments.atOnce(change);
        }
        refuseTaken(to);
        String what = "rename %s to %s".formatted(from, to);
        if (moments.isOpen(from)) {
            throw PhasedRefusals.needsContract(what);
        }
        return moments.needed(change, what, () -> {
            standing.add(from);
            renamed.add(to);
            return apart.get();
        });
    }

    /** Whose keys come from elsewhere in the new version. */
    private Drafts alterKeys(AlterColumn change) {
        KeySource source = Optional.of(change)
                .filter(only ->
                        change.from().withIdentity(change.to().identity()).equals(change.to()))
                .flatMap(only ->
                        KeySource.of(change, course.changes(), site.progress().schema()))
                .orElseThrow(() -> PhasedRefusals.keysFromElsewhere(change));
        int asked = site.progress().guardCount();
        Drafts steps = change.accept(whole);
        List<Guard> guards = source.becomesDrawn() ? site.progress().takeGuards(asked) : List.of();
        return manoeuvres.alterKeys(source, steps, guards).orElseThrow(() -> PhasedRefusals.keysFromElsewhere(change));
    }

    @Override
    public Drafts createTable(CreateTable change) {
        refuseTaken(change.table().name());
        return moments.needed(
                change,
                "create table " + change.table().name(),
                () -> hierarchies
                        .createTable(change)
                        .or(() -> moves.createTable(change))
                        .orElseGet(() -> moments.atOnce(change)));
    }

    @Override
    public Drafts dropTable(DropTable change) {
        if (!moments.isOfNewTable(change) && !moves.include(change) && !hierarchies.include(change)) {
            across.check(change, site.progress().schema());
        }
        return moments.last(
                change,
                () -> hierarchies
                        .dropTable(change)
                        .or(() -> moves.dropTable(change))
                        .or(() -> leavingTable.dropTable(change))
                        .orElseGet(() -> moments.putOff(change)));
    }

    @Override
    public Drafts renameTable(RenameTable change) {
        moved.refuse(change);
        return renamed(change, change.from(), change.to(), () -> manoeuvres.renameTable(change));
    }

    @Override
    public Drafts commentTable(CommentTable change) {
        return moments.atOnce(change);
    }

    @Override
    public Drafts alterTableOptions(AlterTableOptions change) {
        return moments.atOnce(change);
    }

    @Override
    public Drafts addColumn(AddColumn change) {
        return moments.needed(
                change,
                "add column %s.%s".formatted(change.table(), change.column().name()),
                () -> hierarchies
                        .addColumn(change)
                        .or(() -> moves.addColumn(change))
                        .or(() -> recodings.of(change))
                        .or(() -> regroupings.of(change))
                        .orElseGet(() -> columns.addColumn(change)));
    }

    @Override
    public Drafts dropColumn(DropColumn change) {
        if (!moments.isOfNewTable(change) && !moves.include(change) && !hierarchies.include(change)) {
            across.check(change, site.progress().schema());
        }
        if (moments.waits(change) && !moments.isOfNewTable(change)) {
            throw PhasedRefusals.needsContract("drop column %s.%s".formatted(change.table(), change.column()));
        }
        return moments.last(
                change,
                () -> hierarchies
                        .dropColumn(change)
                        .or(() -> moves.dropColumn(change))
                        .or(() -> recodings.of(change))
                        .or(() -> regroupings.of(change))
                        .orElseGet(() -> columns.dropColumn(change)));
    }

    @Override
    public Drafts renameColumn(RenameColumn change) {
        moved.refuse(change);
        if (moments.isOfNewTable(change)) {
            moved.renamedAnew(Ref.of(change.table(), change.to()));
        }
        return moments.needed(
                change,
                "rename column %s.%s".formatted(change.table(), change.from()),
                () -> moments.unfinished(change, manoeuvres.renameColumn(change)));
    }

    @Override
    public Drafts alterColumn(AlterColumn change) {
        if (renamed.contains(change.table())
                && !change.from().type().equals(change.to().type())) {
            throw PhasedRefusals.renamedWithType(change);
        }
        if (change.from().identity() != change.to().identity() && !moments.isOfNewTable(change)) {
            return alterKeys(change);
        }
        return moments.waits(change) && redefinitions.onlyNarrows(change)
                ? moments.putOff(change)
                : moments.needed(
                        change,
                        "alter column %s.%s"
                                .formatted(change.table(), change.from().name()),
                        () -> moments.unfinished(change, redefinitions.of(change)));
    }

    @Override
    public Drafts addPrimaryKey(AddPrimaryKey change) {
        return moments.constraint(change, change.table(), change.key().columns());
    }

    @Override
    public Drafts dropPrimaryKey(DropPrimaryKey change) {
        return moments.refused(
                change,
                change.table(),
                "the primary key of %s is dropped".formatted(change.table()),
                "both versions find rows by it");
    }

    @Override
    public Drafts addUnique(AddUnique change) {
        return moments.constraint(change, change.table(), change.key().columns());
    }

    @Override
    public Drafts dropUnique(DropUnique change) {
        return moments.atOnce(change);
    }

    @Override
    public Drafts addForeignKey(AddForeignKey change) {
        return hierarchies
                .addForeignKey(change)
                .or(() -> moves.addForeignKey(change))
                .orElseGet(() ->
                        moments.constraint(change, change.table(), change.key().columns()));
    }

    @Override
    public Drafts dropForeignKey(DropForeignKey change) {
        return hierarchies
                .dropForeignKey(change)
                .or(() -> moves.dropForeignKey(change))
                .or(() -> leavingTable.dropForeignKey(change))
                .orElseGet(() -> leavingTable.drops(change.table()) && !moments.isOfNewTable(change)
                        ? moments.putOff(change)
                        : moments.atOnce(change));
    }

    @Override
    public Drafts addCheck(AddCheck change) {
        return moments.constraint(
                change,
                change.table(),
                moments.places().of(change).stream()
                        .flatMap(place -> place.column().stream())
                        .toList());
    }

    @Override
    public Drafts dropCheck(DropCheck change) {
        return moments.atOnce(change);
    }

    @Override
    public Drafts addIndex(AddIndex change) {
        return change.index().unique()
                        || isLeaving(change.table(), change.index().name())
                ? moments.constraint(change, change.table(), change.index().columns())
                : moments.atOnce(change);
    }

    @Override
    public Drafts dropIndex(DropIndex change) {
        leaving.add(Ref.of(change.table(), change.name()));
        return moments.last(change, () -> moments.putOff(change));
    }

    @Override
    public Drafts createSequence(CreateSequence change) {
        refuseTaken(change.sequence().name());
        return moments.atOnce(change);
    }

    @Override
    public Drafts dropSequence(DropSequence change) {
        return moments.last(change, () -> moments.putOff(change));
    }

    @Override
    public Drafts renameSequence(RenameSequence change) {
        return renamed(change, change.from(), change.to(), () -> manoeuvres.renameSequence(change));
    }

    @Override
    public Drafts alterSequence(AlterSequence change) {
        return moments.refused(
                change,
                change.from().name(),
                "sequence %s is altered".formatted(change.from().name()),
                "each version reckons with steps of its own, and would give numbers that the other one gives too");
    }

    @Override
    public Drafts createStruct(CreateStruct change) {
        return moments.atOnce(change);
    }

    @Override
    public Drafts dropStruct(DropStruct change) {
        return moments.last(change, () -> moments.putOff(change));
    }

    @Override
    public Drafts fillColumn(FillColumn change) {
        return recodings
                .of(change)
                .or(() -> regroupings.of(change))
                .orElseGet(() -> moments.needed(
                        change,
                        "fill column %s.%s".formatted(change.table(), change.column()),
                        () -> moments.atOnce(change)));
    }

    @Override
    public Drafts moveValues(MoveValues change) {
        String what = "move values of %s to %s".formatted(change.from(), change.to());
        Optional<Drafts> inStep = hierarchies.moveValues(change).or(() -> moves.moveValues(change));
        if (inStep.isPresent()) {
            if (moments.isUnfinished(MovedNames.columns(change))) {
                throw PhasedRefusals.needsContract(what);
            }
            moved.add(change);
        }
        return inStep.orElseGet(() -> moments.needed(change, what, () -> moments.atOnce(change)));
    }

    @Override
    public Drafts changeRows(ChangeRows change) {
        return moments.atOnce(change);
    }

    @Override
    public Drafts runSql(RunSql change) {
        return moments.atOnce(change);
    }

    @Override
    public Drafts transform(Transform change) {
        return moments.needed(
                change,
                "transform rows of " + change.table(),
                () -> recodings.of(change).orElseGet(() -> moments.atOnce(change)));
    }

    @Override
    public Drafts noWayBack(NoWayBack change) {
        return moments.atOnce(change);
    }

    @Override
    public Drafts checkpoint(Checkpoint change) {
        return moments.atOnce(change);
    }
}
