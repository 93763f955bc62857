package dev.godwit.source;

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
import dev.godwit.change.RenameColumn;
import dev.godwit.change.RenameSequence;
import dev.godwit.change.RenameTable;
import dev.godwit.change.RunSql;
import dev.godwit.change.Transform;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;

/** A name for a migration of one change. */
final class ChangeName implements Change.Visitor<String> {

    @Override
    public String createTable(CreateTable change) {
        return "Create" + word(change.table().name());
    }

    @Override
    public String dropTable(DropTable change) {
        return "Drop" + word(change.table());
    }

    @Override
    public String renameTable(RenameTable change) {
        return "Rename" + word(change.from()) + "To" + word(change.to());
    }

    @Override
    public String commentTable(CommentTable change) {
        return "CommentOn" + word(change.table());
    }

    @Override
    public String alterTableOptions(AlterTableOptions change) {
        return "ChangeOptionsOf" + word(change.table());
    }

    @Override
    public String addColumn(AddColumn change) {
        return "Add" + word(change.column().name()) + "To" + word(change.table());
    }

    @Override
    public String dropColumn(DropColumn change) {
        return "Drop" + word(change.column()) + "From" + word(change.table());
    }

    @Override
    public String renameColumn(RenameColumn change) {
        return "Rename" + word(change.from()) + "To" + word(change.to()) + "In" + word(change.table());
    }

    @Override
    public String alterColumn(AlterColumn change) {
        return "Alter" + word(change.to().name()) + "Of" + word(change.table());
    }

    @Override
    public String addPrimaryKey(AddPrimaryKey change) {
        return "AddPrimaryKeyTo" + word(change.table());
    }

    @Override
    public String dropPrimaryKey(DropPrimaryKey change) {
        return "DropPrimaryKeyOf" + word(change.table());
    }

    @Override
    public String addUnique(AddUnique change) {
        return "AddUniqueKeyTo" + word(change.table());
    }

    @Override
    public String dropUnique(DropUnique change) {
        return "DropUniqueKeyOf" + word(change.table());
    }

    @Override
    public String addForeignKey(AddForeignKey change) {
        return "AddForeignKeyTo" + word(change.table());
    }

    @Override
    public String dropForeignKey(DropForeignKey change) {
        return "DropForeignKeyOf" + word(change.table());
    }

    @Override
    public String addCheck(AddCheck change) {
        return "AddCheckTo" + word(change.table());
    }

    @Override
    public String dropCheck(DropCheck change) {
        return "DropCheckOf" + word(change.table());
    }

    @Override
    public String addIndex(AddIndex change) {
        return "AddIndexTo" + word(change.table());
    }

    @Override
    public String dropIndex(DropIndex change) {
        return "DropIndexOf" + word(change.table());
    }

    @Override
    public String createSequence(CreateSequence change) {
        return "Create" + word(change.sequence().name());
    }

    @Override
    public String dropSequence(DropSequence change) {
        return "Drop" + word(change.sequence());
    }

    @Override
    public String renameSequence(RenameSequence change) {
        return "Rename" + word(change.from()) + "To" + word(change.to());
    }

    @Override
    public String alterSequence(AlterSequence change) {
        return "Alter" + word(change.to().name());
    }

    @Override
    public String createStruct(CreateStruct change) {
        return "Create" + word(change.struct().name());
    }

    @Override
    public String dropStruct(DropStruct change) {
        return "Drop" + word(change.struct().name());
    }

    @Override
    public String runSql(RunSql change) {
        return "RunSql";
    }

    @Override
    public String transform(Transform change) {
        return "Transform" + word(change.table());
    }

    private static String word(QualifiedName name) {
        return word(name.name());
    }

    private static String word(Identifier name) {
        return Words.camelCase(name.text());
    }
}
