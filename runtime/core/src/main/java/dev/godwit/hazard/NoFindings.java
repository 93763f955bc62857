package dev.godwit.hazard;

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
import java.util.List;

/** Has nothing to say about any change; a rule overrides what it is about. */
abstract class NoFindings implements Change.Visitor<List<Finding>> {

    @Override
    public List<Finding> createTable(CreateTable change) {
        return List.of();
    }

    @Override
    public List<Finding> dropTable(DropTable change) {
        return List.of();
    }

    @Override
    public List<Finding> renameTable(RenameTable change) {
        return List.of();
    }

    @Override
    public List<Finding> commentTable(CommentTable change) {
        return List.of();
    }

    @Override
    public List<Finding> alterTableOptions(AlterTableOptions change) {
        return List.of();
    }

    @Override
    public List<Finding> addColumn(AddColumn change) {
        return List.of();
    }

    @Override
    public List<Finding> dropColumn(DropColumn change) {
        return List.of();
    }

    @Override
    public List<Finding> renameColumn(RenameColumn change) {
        return List.of();
    }

    @Override
    public List<Finding> alterColumn(AlterColumn change) {
        return List.of();
    }

    @Override
    public List<Finding> addPrimaryKey(AddPrimaryKey change) {
        return List.of();
    }

    @Override
    public List<Finding> dropPrimaryKey(DropPrimaryKey change) {
        return List.of();
    }

    @Override
    public List<Finding> addUnique(AddUnique change) {
        return List.of();
    }

    @Override
    public List<Finding> dropUnique(DropUnique change) {
        return List.of();
    }

    @Override
    public List<Finding> addForeignKey(AddForeignKey change) {
        return List.of();
    }

    @Override
    public List<Finding> dropForeignKey(DropForeignKey change) {
        return List.of();
    }

    @Override
    public List<Finding> addCheck(AddCheck change) {
        return List.of();
    }

    @Override
    public List<Finding> dropCheck(DropCheck change) {
        return List.of();
    }

    @Override
    public List<Finding> addIndex(AddIndex change) {
        return List.of();
    }

    @Override
    public List<Finding> dropIndex(DropIndex change) {
        return List.of();
    }

    @Override
    public List<Finding> createSequence(CreateSequence change) {
        return List.of();
    }

    @Override
    public List<Finding> dropSequence(DropSequence change) {
        return List.of();
    }

    @Override
    public List<Finding> renameSequence(RenameSequence change) {
        return List.of();
    }

    @Override
    public List<Finding> alterSequence(AlterSequence change) {
        return List.of();
    }

    @Override
    public List<Finding> createStruct(CreateStruct change) {
        return List.of();
    }

    @Override
    public List<Finding> dropStruct(DropStruct change) {
        return List.of();
    }

    @Override
    public List<Finding> runSql(RunSql change) {
        return List.of();
    }

    @Override
    public List<Finding> fillColumn(FillColumn change) {
        return List.of();
    }

    @Override
    public List<Finding> moveValues(MoveValues change) {
        return List.of();
    }

    @Override
    public List<Finding> changeRows(ChangeRows change) {
        return List.of();
    }

    @Override
    public List<Finding> checkpoint(Checkpoint change) {
        return List.of();
    }

    @Override
    public List<Finding> noWayBack(NoWayBack change) {
        return List.of();
    }

    @Override
    public List<Finding> transform(Transform change) {
        return List.of();
    }
}
