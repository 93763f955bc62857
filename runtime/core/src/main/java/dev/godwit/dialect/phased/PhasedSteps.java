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
import dev.godwit.change.NoWayBack;
import dev.godwit.change.RenameColumn;
import dev.godwit.change.RenameSequence;
import dev.godwit.change.RenameTable;
import dev.godwit.change.RunSql;
import dev.godwit.change.Transform;
import dev.godwit.dialect.standard.ChangeSteps;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.Progress;
import dev.godwit.schema.Ref;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The steps of changes while a version of the application runs that knows the schema from before. What it would not
 * survive is left to {@link Manoeuvres}; what builds on a change that is not finished yet is not finished either.
 */
public final class PhasedSteps implements ChangeSteps {

    private final ChangeSteps whole;
    private final Manoeuvres manoeuvres;
    private final Progress progress;
    private final Set<Ref> unfinished = new HashSet<>();

    /** @param whole how each change is carried out at once */
    public PhasedSteps(ChangeSteps whole, Manoeuvres manoeuvres, Progress progress) {
        this.whole = whole;
        this.manoeuvres = manoeuvres;
        this.progress = progress;
    }

    @Override
    public List<Draft> beginning() {
        return whole.beginning();
    }

    @Override
    public List<Draft> ending() {
        return whole.ending();
    }

    /** The change as it stands, now or, where it builds on what is not finished, at contract. */
    private Drafts atOnce(Change change) {
        boolean waits = change.footprint().everything() && !unfinished.isEmpty()
                || change.footprint().writes().stream().anyMatch(this::isUnfinished)
                || change.footprint().reads().stream().anyMatch(this::isUnfinished);
        int asked = progress.guardCount();
        Drafts drafts = change.accept(whole);
        if (!waits) {
            return drafts;
        }
        unfinished.addAll(change.footprint().writes());
        return drafts.putOff(progress.takeGuards(asked));
    }

    private boolean isUnfinished(Ref place) {
        return unfinished.stream().anyMatch(place::overlaps);
    }

    private Drafts apart(Change change, Drafts drafts) {
        if (drafts.isPhased()) {
            unfinished.addAll(change.footprint().writes());
        }
        return drafts;
    }

    @Override
    public Drafts createTable(CreateTable change) {
        return atOnce(change);
    }

    @Override
    public Drafts dropTable(DropTable change) {
        return atOnce(change);
    }

    @Override
    public Drafts renameTable(RenameTable change) {
        return atOnce(change);
    }

    @Override
    public Drafts commentTable(CommentTable change) {
        return atOnce(change);
    }

    @Override
    public Drafts alterTableOptions(AlterTableOptions change) {
        return atOnce(change);
    }

    @Override
    public Drafts addColumn(AddColumn change) {
        return atOnce(change);
    }

    @Override
    public Drafts dropColumn(DropColumn change) {
        return atOnce(change);
    }

    @Override
    public Drafts renameColumn(RenameColumn change) {
        return progress.isNew(change.table()) ? atOnce(change) : apart(change, manoeuvres.renameColumn(change));
    }

    @Override
    public Drafts alterColumn(AlterColumn change) {
        return atOnce(change);
    }

    @Override
    public Drafts addPrimaryKey(AddPrimaryKey change) {
        return atOnce(change);
    }

    @Override
    public Drafts dropPrimaryKey(DropPrimaryKey change) {
        return atOnce(change);
    }

    @Override
    public Drafts addUnique(AddUnique change) {
        return atOnce(change);
    }

    @Override
    public Drafts dropUnique(DropUnique change) {
        return atOnce(change);
    }

    @Override
    public Drafts addForeignKey(AddForeignKey change) {
        return atOnce(change);
    }

    @Override
    public Drafts dropForeignKey(DropForeignKey change) {
        return atOnce(change);
    }

    @Override
    public Drafts addCheck(AddCheck change) {
        return atOnce(change);
    }

    @Override
    public Drafts dropCheck(DropCheck change) {
        return atOnce(change);
    }

    @Override
    public Drafts addIndex(AddIndex change) {
        return atOnce(change);
    }

    @Override
    public Drafts dropIndex(DropIndex change) {
        return atOnce(change);
    }

    @Override
    public Drafts createSequence(CreateSequence change) {
        return atOnce(change);
    }

    @Override
    public Drafts dropSequence(DropSequence change) {
        return atOnce(change);
    }

    @Override
    public Drafts renameSequence(RenameSequence change) {
        return atOnce(change);
    }

    @Override
    public Drafts alterSequence(AlterSequence change) {
        return atOnce(change);
    }

    @Override
    public Drafts createStruct(CreateStruct change) {
        return atOnce(change);
    }

    @Override
    public Drafts dropStruct(DropStruct change) {
        return atOnce(change);
    }

    @Override
    public Drafts fillColumn(FillColumn change) {
        return atOnce(change);
    }

    @Override
    public Drafts changeRows(ChangeRows change) {
        return atOnce(change);
    }

    @Override
    public Drafts runSql(RunSql change) {
        return atOnce(change);
    }

    @Override
    public Drafts transform(Transform change) {
        return atOnce(change);
    }

    @Override
    public Drafts noWayBack(NoWayBack change) {
        return atOnce(change);
    }

    @Override
    public Drafts checkpoint(Checkpoint change) {
        return atOnce(change);
    }
}
