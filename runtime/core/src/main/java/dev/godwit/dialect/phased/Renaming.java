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
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The change that does the same once a table has its new name. Empty: there is none, since it is about the table as such,
 * or says in SQL or code what nobody but its author can read.
 */
record Renaming(QualifiedName from, QualifiedName to) implements Change.Visitor<Optional<Change>> {

    private QualifiedName name(QualifiedName table) {
        return table.equals(from) ? to : table;
    }

    private boolean isAbout(QualifiedName... names) {
        return Stream.of(names).anyMatch(name -> name.equals(from) || name.equals(to));
    }

    private ForeignKey key(ForeignKey key) {
        return key.referencedTable().equals(from) ? key.referencing(to, key.referencedColumns()) : key;
    }

    /** What does not name the table is left as it is. */
    private Optional<Change> unlessAbout(Change change, QualifiedName... names) {
        return isAbout(names) ? Optional.empty() : Optional.of(change);
    }

    private Optional<Change> unlessNamed(Optional<String> sql, Change renamed) {
        return sql.filter(text -> SqlNames.hasWord(text, from.name())).isPresent()
                ? Optional.empty()
                : Optional.of(renamed);
    }

    @Override
    public Optional<Change> createTable(CreateTable change) {
        return isAbout(change.table().name())
                ? Optional.empty()
                : Optional.of(new CreateTable(change.table().referencing(from, to)));
    }

    @Override
    public Optional<Change> dropTable(DropTable change) {
        return unlessAbout(change, change.table());
    }

    @Override
    public Optional<Change> renameTable(RenameTable change) {
        return unlessAbout(change, change.from(), change.to());
    }

    @Override
    public Optional<Change> commentTable(CommentTable change) {
        return Optional.of(new CommentTable(name(change.table()), change.from(), change.to()));
    }

    @Override
    public Optional<Change> alterTableOptions(AlterTableOptions change) {
        return Optional.of(new AlterTableOptions(name(change.table()), change.from(), change.to()));
    }

    @Override
    public Optional<Change> addColumn(AddColumn change) {
        return unlessNamed(
                change.valueForExisting(),
                new AddColumn(name(change.table()), change.column(), change.valueForExisting()));
    }

    @Override
    public Optional<Change> dropColumn(DropColumn change) {
        return Optional.of(new DropColumn(name(change.table()), change.column(), change.forGood()));
    }

    @Override
    public Optional<Change> renameColumn(RenameColumn change) {
        return Optional.of(new RenameColumn(name(change.table()), change.from(), change.to()));
    }

    @Override
    public Optional<Change> alterColumn(AlterColumn change) {
        return unlessNamed(
                change.conversion(),
                new AlterColumn(
                        name(change.table()), change.from(), change.to(), change.conversion(), change.forGood()));
    }

    @Override
    public Optional<Change> addPrimaryKey(AddPrimaryKey change) {
        return Optional.of(new AddPrimaryKey(name(change.table()), change.key()));
    }

    @Override
    public Optional<Change> dropPrimaryKey(DropPrimaryKey change) {
        return Optional.of(new DropPrimaryKey(name(change.table())));
    }

    @Override
    public Optional<Change> addUnique(AddUnique change) {
        return Optional.of(new AddUnique(name(change.table()), change.key()));
    }

    @Override
    public Optional<Change> dropUnique(DropUnique change) {
        return Optional.of(new DropUnique(name(change.table()), change.key()));
    }

    @Override
    public Optional<Change> addForeignKey(AddForeignKey change) {
        return Optional.of(new AddForeignKey(name(change.table()), key(change.key())));
    }

    @Override
    public Optional<Change> dropForeignKey(DropForeignKey change) {
        return Optional.of(new DropForeignKey(name(change.table()), change.name()));
    }

    @Override
    public Optional<Change> addCheck(AddCheck change) {
        return unlessNamed(
                Optional.of(change.check().expression()), new AddCheck(name(change.table()), change.check()));
    }

    @Override
    public Optional<Change> dropCheck(DropCheck change) {
        return Optional.of(new DropCheck(name(change.table()), change.check()));
    }

    @Override
    public Optional<Change> addIndex(AddIndex change) {
        return Optional.of(new AddIndex(name(change.table()), change.index()));
    }

    @Override
    public Optional<Change> dropIndex(DropIndex change) {
        return Optional.of(new DropIndex(name(change.table()), change.name()));
    }

    @Override
    public Optional<Change> createSequence(CreateSequence change) {
        return unlessAbout(change, change.sequence().name());
    }

    @Override
    public Optional<Change> dropSequence(DropSequence change) {
        return unlessAbout(change, change.sequence());
    }

    @Override
    public Optional<Change> renameSequence(RenameSequence change) {
        return unlessAbout(change, change.from(), change.to());
    }

    @Override
    public Optional<Change> alterSequence(AlterSequence change) {
        return Optional.of(change);
    }

    @Override
    public Optional<Change> createStruct(CreateStruct change) {
        return unlessAbout(change, change.struct().name());
    }

    @Override
    public Optional<Change> dropStruct(DropStruct change) {
        return unlessAbout(change, change.struct().name());
    }

    @Override
    public Optional<Change> fillColumn(FillColumn change) {
        return unlessNamed(
                Optional.of(change.value()),
                new FillColumn(name(change.table()), change.column(), change.value(), change.forGood()));
    }

    @Override
    public Optional<Change> moveValues(MoveValues change) {
        return Optional.of(new MoveValues(
                name(change.from()),
                name(change.to()),
                change.join(),
                change.columns(),
                change.newRows(),
                change.kind()));
    }

    @Override
    public Optional<Change> runSql(RunSql change) {
        return Optional.empty();
    }

    @Override
    public Optional<Change> transform(Transform change) {
        return change.targets().isEmpty()
                ? Optional.of(new Transform(
                        name(change.table()),
                        change.key(),
                        change.reads(),
                        change.writes(),
                        List.of(),
                        change.forGood(),
                        change.revision(),
                        change.code()))
                : Optional.empty();
    }

    @Override
    public Optional<Change> changeRows(ChangeRows change) {
        return Optional.empty();
    }

    @Override
    public Optional<Change> checkpoint(Checkpoint change) {
        return Optional.empty();
    }

    @Override
    public Optional<Change> noWayBack(NoWayBack change) {
        return Optional.of(change);
    }
}
