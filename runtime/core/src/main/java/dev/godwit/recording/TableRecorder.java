package dev.godwit.recording;

import dev.godwit.CheckSpec;
import dev.godwit.ColumnSpec;
import dev.godwit.ForeignKeySpec;
import dev.godwit.IndexSpec;
import dev.godwit.KeySpec;
import dev.godwit.TableChanges;
import dev.godwit.change.AddCheck;
import dev.godwit.change.AddColumn;
import dev.godwit.change.AddForeignKey;
import dev.godwit.change.AddIndex;
import dev.godwit.change.AddPrimaryKey;
import dev.godwit.change.AddUnique;
import dev.godwit.change.AlterColumn;
import dev.godwit.change.AlterTableOptions;
import dev.godwit.change.Change;
import dev.godwit.change.CommentTable;
import dev.godwit.change.DropCheck;
import dev.godwit.change.DropColumn;
import dev.godwit.change.DropForeignKey;
import dev.godwit.change.DropIndex;
import dev.godwit.change.DropPrimaryKey;
import dev.godwit.change.DropUnique;
import dev.godwit.change.FillColumn;
import dev.godwit.change.RenameColumn;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.Optional;
import java.util.function.Consumer;

/** Records the changes of one table. */
final class TableRecorder implements TableChanges {

    private final QualifiedName table;
    private final boolean forGood;
    private final Consumer<Change> sink;

    /** @param forGood whether what is dropped or overwritten is not kept for the way back */
    TableRecorder(QualifiedName table, boolean forGood, Consumer<Change> sink) {
        this.table = table;
        this.forGood = forGood;
        this.sink = sink;
    }

    private TableChanges record(Change change) {
        sink.accept(change);
        return this;
    }

    @Override
    public TableChanges addColumn(String name, ColumnSpec definition) {
        return record(new AddColumn(table, definition.named(name), Optional.empty()));
    }

    @Override
    public TableChanges addColumn(String name, ColumnSpec definition, String valueForExisting) {
        return record(new AddColumn(table, definition.named(name), Optional.of(valueForExisting)));
    }

    @Override
    public TableChanges backfill(String column, String value) {
        return record(new FillColumn(table, Identifier.of(column), value, forGood));
    }

    @Override
    public TableChanges dropColumn(String name) {
        return record(new DropColumn(table, Identifier.of(name), forGood));
    }

    @Override
    public TableChanges renameColumn(String from, String to) {
        return record(new RenameColumn(table, Identifier.of(from), Identifier.of(to)));
    }

    @Override
    public TableChanges alterColumn(String name, ColumnSpec from, ColumnSpec to) {
        return record(new AlterColumn(table, from.named(name), to.named(name), Optional.empty(), forGood));
    }

    @Override
    public TableChanges alterColumn(String name, ColumnSpec from, ColumnSpec to, String conversion) {
        return record(new AlterColumn(table, from.named(name), to.named(name), Optional.of(conversion), forGood));
    }

    @Override
    public TableChanges addPrimaryKey(KeySpec key) {
        return record(new AddPrimaryKey(table, Specs.primaryKey(key)));
    }

    @Override
    public TableChanges dropPrimaryKey() {
        return record(new DropPrimaryKey(table));
    }

    @Override
    public TableChanges addUnique(KeySpec key) {
        return record(new AddUnique(table, Specs.uniqueKey(key)));
    }

    @Override
    public TableChanges dropUnique(KeySpec key) {
        return record(new DropUnique(table, Specs.uniqueKey(key)));
    }

    @Override
    public TableChanges addForeignKey(String name, ForeignKeySpec key) {
        return record(new AddForeignKey(table, Specs.foreignKey(name, key)));
    }

    @Override
    public TableChanges dropForeignKey(String name) {
        return record(new DropForeignKey(table, Identifier.of(name)));
    }

    @Override
    public TableChanges addCheck(CheckSpec check) {
        return record(new AddCheck(table, Specs.check(check)));
    }

    @Override
    public TableChanges dropCheck(CheckSpec check) {
        return record(new DropCheck(table, Specs.check(check)));
    }

    @Override
    public TableChanges addIndex(String name, IndexSpec index) {
        return record(new AddIndex(table, Specs.index(name, index)));
    }

    @Override
    public TableChanges dropIndex(String name) {
        return record(new DropIndex(table, Identifier.of(name)));
    }

    @Override
    public TableChanges comment(Optional<String> from, Optional<String> to) {
        return record(new CommentTable(table, from, to));
    }

    @Override
    public TableChanges options(Optional<String> from, Optional<String> to) {
        return record(new AlterTableOptions(table, from, to));
    }
}
