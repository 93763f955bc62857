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
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.source.Phrase.Role;

/** A change in a few words. */
final class ChangeName implements Change.Visitor<Phrase> {

    private static final QualifiedName NO_TABLE = QualifiedName.of("database");

    @Override
    public Phrase createTable(CreateTable change) {
        return Phrase.ofObject(Role.TABLE, "Create", change.table().name(), "");
    }

    @Override
    public Phrase dropTable(DropTable change) {
        return Phrase.ofObject(Role.TABLE, "Drop", change.table(), "");
    }

    @Override
    public Phrase renameTable(RenameTable change) {
        return Phrase.ofObject(
                Role.TABLE,
                "Rename",
                change.from(),
                "To" + Phrase.word(change.to().name()));
    }

    @Override
    public Phrase commentTable(CommentTable change) {
        return Phrase.ofPart(Role.OTHER, "Comment", "", "", "On", change.table());
    }

    @Override
    public Phrase alterTableOptions(AlterTableOptions change) {
        return Phrase.ofPart(Role.OTHER, "Change", "Options", "", "Of", change.table());
    }

    @Override
    public Phrase addColumn(AddColumn change) {
        return column("Add", change.column().name(), "To", change.table());
    }

    @Override
    public Phrase dropColumn(DropColumn change) {
        return column("Drop", change.column(), "From", change.table());
    }

    @Override
    public Phrase renameColumn(RenameColumn change) {
        return Phrase.ofPart(
                Role.COLUMN,
                "Rename",
                Phrase.word(change.from()),
                "To" + Phrase.word(change.to()),
                "In",
                change.table());
    }

    @Override
    public Phrase alterColumn(AlterColumn change) {
        return column("Alter", change.to().name(), "Of", change.table());
    }

    @Override
    public Phrase addPrimaryKey(AddPrimaryKey change) {
        return key("Add", "PrimaryKey", "To", change.table());
    }

    @Override
    public Phrase dropPrimaryKey(DropPrimaryKey change) {
        return key("Drop", "PrimaryKey", "Of", change.table());
    }

    @Override
    public Phrase addUnique(AddUnique change) {
        return key("Add", "UniqueKey", "To", change.table());
    }

    @Override
    public Phrase dropUnique(DropUnique change) {
        return key("Drop", "UniqueKey", "Of", change.table());
    }

    @Override
    public Phrase addForeignKey(AddForeignKey change) {
        return key("Add", "ForeignKey", "To", change.table());
    }

    @Override
    public Phrase dropForeignKey(DropForeignKey change) {
        return key("Drop", "ForeignKey", "Of", change.table());
    }

    @Override
    public Phrase addCheck(AddCheck change) {
        return key("Add", "Check", "To", change.table());
    }

    @Override
    public Phrase dropCheck(DropCheck change) {
        return key("Drop", "Check", "Of", change.table());
    }

    @Override
    public Phrase addIndex(AddIndex change) {
        return key("Add", "Index", "To", change.table());
    }

    @Override
    public Phrase dropIndex(DropIndex change) {
        return key("Drop", "Index", "Of", change.table());
    }

    @Override
    public Phrase createSequence(CreateSequence change) {
        return Phrase.ofObject(Role.SEQUENCE, "Create", change.sequence().name(), "");
    }

    @Override
    public Phrase dropSequence(DropSequence change) {
        return Phrase.ofObject(Role.SEQUENCE, "Drop", change.sequence(), "");
    }

    @Override
    public Phrase renameSequence(RenameSequence change) {
        return Phrase.ofObject(
                Role.SEQUENCE,
                "Rename",
                change.from(),
                "To" + Phrase.word(change.to().name()));
    }

    @Override
    public Phrase alterSequence(AlterSequence change) {
        return Phrase.ofObject(Role.SEQUENCE, "Alter", change.to().name(), "");
    }

    @Override
    public Phrase createStruct(CreateStruct change) {
        return Phrase.ofObject(Role.OTHER, "Create", change.struct().name(), "");
    }

    @Override
    public Phrase dropStruct(DropStruct change) {
        return Phrase.ofObject(Role.OTHER, "Drop", change.struct().name(), "");
    }

    @Override
    public Phrase runSql(RunSql change) {
        return new Phrase(Role.OTHER, "Run", "Sql", "", "", NO_TABLE);
    }

    @Override
    public Phrase fillColumn(FillColumn change) {
        return column("Backfill", change.column(), "Of", change.table());
    }

    @Override
    public Phrase moveValues(MoveValues change) {
        return Phrase.ofObject(
                Role.OTHER,
                "MoveValuesOf",
                change.from(),
                "To" + Phrase.word(change.to().name()));
    }

    @Override
    public Phrase changeRows(ChangeRows change) {
        return Phrase.ofPart(Role.OTHER, "Change", "Rows", "", "Of", change.table());
    }

    @Override
    public Phrase checkpoint(Checkpoint change) {
        return new Phrase(Role.OTHER, "Verify", "Rows", "", "", NO_TABLE);
    }

    @Override
    public Phrase noWayBack(NoWayBack change) {
        return new Phrase(Role.OTHER, "Keep", "Rows", "", "", NO_TABLE);
    }

    @Override
    public Phrase transform(Transform change) {
        return Phrase.ofObject(Role.OTHER, "Transform", change.table(), "");
    }

    private static Phrase column(String verb, Identifier column, String link, QualifiedName table) {
        return Phrase.ofPart(Role.COLUMN, verb, Phrase.word(column), "", link, table);
    }

    private static Phrase key(String verb, String kind, String link, QualifiedName table) {
        return Phrase.ofPart(Role.KEY, verb, kind, "", link, table);
    }
}
