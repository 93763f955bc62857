package dev.godwit.dialect.standard;

import dev.godwit.change.AddCheck;
import dev.godwit.change.AddColumn;
import dev.godwit.change.AddForeignKey;
import dev.godwit.change.AddIndex;
import dev.godwit.change.AddPrimaryKey;
import dev.godwit.change.AddUnique;
import dev.godwit.change.AlterColumn;
import dev.godwit.change.AlterSequence;
import dev.godwit.change.AlterTableOptions;
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
import java.util.ArrayList;
import java.util.List;

/** The steps of every kind of change, each kind left to those who know its subject. */
public record Steps(
        TableSteps tables,
        ColumnSteps columns,
        KeySteps keys,
        IndexSteps indexes,
        SequenceSteps sequences,
        TypeSteps types,
        RowSteps rows,
        MoveSteps moves,
        RowChecks checks,
        CheckpointSteps checkpoints,
        DeclaredRowSteps declared)
        implements ChangeSteps {

    @Override
    public List<Draft> beginning() {
        return rows.values().beginning();
    }

    @Override
    public List<Draft> ending() {
        List<Draft> steps = new ArrayList<>(columns.ending());
        steps.addAll(rows.values().ending());
        return steps;
    }

    @Override
    public Drafts createTable(CreateTable change) {
        return moves.byKind().fills(change.table()) ? tables.createNew(change) : tables.createTable(change);
    }

    @Override
    public Drafts dropTable(DropTable change) {
        moves.leaves(change.table());
        return tables.dropTable(change);
    }

    @Override
    public Drafts renameTable(RenameTable change) {
        return tables.renameTable(change);
    }

    @Override
    public Drafts commentTable(CommentTable change) {
        return tables.commentTable(change);
    }

    @Override
    public Drafts alterTableOptions(AlterTableOptions change) {
        return tables.alterTableOptions(change);
    }

    @Override
    public Drafts addColumn(AddColumn change) {
        return moves.byKind().fills(change.table(), change.column().name())
                ? columns.addNew(change)
                : columns.addColumn(change);
    }

    @Override
    public Drafts dropColumn(DropColumn change) {
        moves.leaves(change.table(), change.column());
        return columns.dropColumn(change);
    }

    @Override
    public Drafts renameColumn(RenameColumn change) {
        return columns.renameColumn(change);
    }

    @Override
    public Drafts alterColumn(AlterColumn change) {
        moves.alters(change);
        Drafts altering = columns.alterColumn(change);
        List<Draft> begin = sequences.beginBeyondKeys(change);
        return begin.isEmpty() ? altering : altering.then(Drafts.inOrder(begin));
    }

    @Override
    public Drafts addPrimaryKey(AddPrimaryKey change) {
        checks.unique(change.table(), change.key().columns());
        return keys.addPrimaryKey(change);
    }

    @Override
    public Drafts dropPrimaryKey(DropPrimaryKey change) {
        return keys.dropPrimaryKey(change);
    }

    @Override
    public Drafts addUnique(AddUnique change) {
        checks.unique(change.table(), change.key().columns());
        return keys.addUnique(change);
    }

    @Override
    public Drafts dropUnique(DropUnique change) {
        return keys.dropUnique(change);
    }

    @Override
    public Drafts addForeignKey(AddForeignKey change) {
        checks.foreignKey(change.table(), change.key());
        return keys.addForeignKey(change);
    }

    @Override
    public Drafts dropForeignKey(DropForeignKey change) {
        return keys.dropForeignKey(change);
    }

    @Override
    public Drafts addCheck(AddCheck change) {
        checks.check(change.table(), change.check());
        return keys.addCheck(change);
    }

    @Override
    public Drafts dropCheck(DropCheck change) {
        return keys.dropCheck(change);
    }

    @Override
    public Drafts addIndex(AddIndex change) {
        checks.index(change.table(), change.index());
        return indexes.addIndex(change);
    }

    @Override
    public Drafts dropIndex(DropIndex change) {
        return indexes.dropIndex(change);
    }

    @Override
    public Drafts createSequence(CreateSequence change) {
        return sequences.createSequence(change);
    }

    @Override
    public Drafts dropSequence(DropSequence change) {
        return sequences.dropSequence(change);
    }

    @Override
    public Drafts renameSequence(RenameSequence change) {
        return sequences.renameSequence(change);
    }

    @Override
    public Drafts alterSequence(AlterSequence change) {
        return sequences.alterSequence(change);
    }

    @Override
    public Drafts createStruct(CreateStruct change) {
        return types.createStruct(change);
    }

    @Override
    public Drafts dropStruct(DropStruct change) {
        return types.dropStruct(change);
    }

    @Override
    public Drafts fillColumn(FillColumn change) {
        return columns.fillColumn(change);
    }

    @Override
    public Drafts moveValues(MoveValues change) {
        return moves.moveValues(change);
    }

    @Override
    public Drafts runSql(RunSql change) {
        return rows.runSql(change);
    }

    @Override
    public Drafts transform(Transform change) {
        return rows.transform(change);
    }

    /** Nothing: who asks for the way back is refused before anything is planned. */
    @Override
    public Drafts noWayBack(NoWayBack change) {
        return Drafts.adding();
    }

    @Override
    public Drafts changeRows(ChangeRows change) {
        return declared.changeRows(change);
    }

    @Override
    public Drafts checkpoint(Checkpoint change) {
        return checkpoints.checkpoint(change);
    }
}
