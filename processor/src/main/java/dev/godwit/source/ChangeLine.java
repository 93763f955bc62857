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
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.TypeText;
import java.util.List;
import java.util.stream.Collectors;

/** A change as a line for a reader. */
final class ChangeLine implements Change.Visitor<String> {

    @Override
    public String createTable(CreateTable change) {
        int columns = change.table().columns().size();
        return "%s: create with %d column%s".formatted(change.table().name(), columns, columns == 1 ? "" : "s");
    }

    @Override
    public String dropTable(DropTable change) {
        return "%s: drop".formatted(change.table());
    }

    @Override
    public String renameTable(RenameTable change) {
        return "%s: rename to %s".formatted(change.from(), change.to());
    }

    @Override
    public String commentTable(CommentTable change) {
        return "%s: comment %s".formatted(change.table(), change.to().orElse("nothing"));
    }

    @Override
    public String alterTableOptions(AlterTableOptions change) {
        return "%s: options %s".formatted(change.table(), change.to().orElse("none"));
    }

    @Override
    public String addColumn(AddColumn change) {
        return "%s: add %s %s%s"
                .formatted(
                        change.table(),
                        change.column().name(),
                        definition(change.column()),
                        change.valueForExisting()
                                .map(" with %s in existing rows"::formatted)
                                .orElse(""));
    }

    @Override
    public String dropColumn(DropColumn change) {
        return "%s: drop column %s".formatted(change.table(), change.column());
    }

    @Override
    public String renameColumn(RenameColumn change) {
        return "%s: rename %s to %s".formatted(change.table(), change.from(), change.to());
    }

    @Override
    public String alterColumn(AlterColumn change) {
        return "%s: alter %s from %s to %s"
                .formatted(change.table(), change.to().name(), definition(change.from()), definition(change.to()));
    }

    @Override
    public String addPrimaryKey(AddPrimaryKey change) {
        return "%s: primary key on (%s)"
                .formatted(change.table(), list(change.key().columns()));
    }

    @Override
    public String dropPrimaryKey(DropPrimaryKey change) {
        return "%s: drop the primary key".formatted(change.table());
    }

    @Override
    public String addUnique(AddUnique change) {
        return "%s: unique key on (%s)"
                .formatted(change.table(), list(change.key().columns()));
    }

    @Override
    public String dropUnique(DropUnique change) {
        return "%s: drop the unique key on (%s)"
                .formatted(change.table(), list(change.key().columns()));
    }

    @Override
    public String addForeignKey(AddForeignKey change) {
        return "%s: foreign key on (%s) to %s"
                .formatted(
                        change.table(),
                        list(change.key().columns()),
                        change.key().referencedTable());
    }

    @Override
    public String dropForeignKey(DropForeignKey change) {
        return "%s: drop foreign key %s".formatted(change.table(), change.name());
    }

    @Override
    public String addCheck(AddCheck change) {
        return "%s: check (%s)".formatted(change.table(), change.check().expression());
    }

    @Override
    public String dropCheck(DropCheck change) {
        return "%s: drop the check (%s)"
                .formatted(change.table(), change.check().expression());
    }

    @Override
    public String addIndex(AddIndex change) {
        return "%s: index %s on (%s)".formatted(change.table(), change.index().name(), parts(change.index()));
    }

    @Override
    public String dropIndex(DropIndex change) {
        return "%s: drop index %s".formatted(change.table(), change.name());
    }

    @Override
    public String createSequence(CreateSequence change) {
        return "%s: create the sequence".formatted(change.sequence().name());
    }

    @Override
    public String dropSequence(DropSequence change) {
        return "%s: drop the sequence".formatted(change.sequence());
    }

    @Override
    public String renameSequence(RenameSequence change) {
        return "%s: rename the sequence to %s".formatted(change.from(), change.to());
    }

    @Override
    public String alterSequence(AlterSequence change) {
        return "%s: alter the sequence".formatted(change.to().name());
    }

    @Override
    public String createStruct(CreateStruct change) {
        return "%s: create the type".formatted(change.struct().name());
    }

    @Override
    public String dropStruct(DropStruct change) {
        return "%s: drop the type".formatted(change.struct().name());
    }

    @Override
    public String runSql(RunSql change) {
        return "run " + change.statements().get(0).sql();
    }

    @Override
    public String fillColumn(FillColumn change) {
        return "%s: give rows a value in %s".formatted(change.table(), change.column());
    }

    @Override
    public String moveValues(MoveValues change) {
        String columns =
                change.columns().isEmpty() ? "rows" : list(MoveValues.columnsOf(change.columns(), MoveValues.Pair::to));
        String kind = change.kind()
                .filter(each -> !each.values().isEmpty())
                .map(each -> ", %s %s".formatted(each.column(), String.join(", ", each.values())))
                .orElse("");
        return "%s: get %s from %s%s".formatted(change.to(), columns, change.from(), kind);
    }

    @Override
    public String changeRows(ChangeRows change) {
        return "%s: %s".formatted(change.table(), RowsCode.counts(change));
    }

    @Override
    public String checkpoint(Checkpoint change) {
        return switch (change.act()) {
            case BACKUP -> "back up " + change.tables();
            case VERIFY -> "verify: " + change.what();
            case VERIFY_UNCHANGED ->
                "%s: verify that %s are unchanged".formatted(change.tables().get(0), change.columns());
            case RESTORE -> "put the backups of %s back".formatted(change.tables());
        };
    }

    @Override
    public String noWayBack(NoWayBack change) {
        return "no way back: " + change.why();
    }

    @Override
    public String transform(Transform change) {
        return "%s: compute %s in Java".formatted(change.table(), list(change.writes()));
    }

    private static String definition(Column column) {
        return TypeText.of(column.type())
                + (column.nullable() ? "" : " not null")
                + (column.identity() ? " identity" : "")
                + column.defaultSql().map(" default %s"::formatted).orElse("");
    }

    private static String list(List<Identifier> names) {
        return names.stream().map(Identifier::toString).collect(Collectors.joining(", "));
    }

    private static String parts(Index index) {
        return index.parts().stream()
                .map(part -> part.column()
                                .map(Identifier::toString)
                                .or(part::expression)
                                .orElse("")
                        + part.order().map(" %s"::formatted).orElse(""))
                .collect(Collectors.joining(", "));
    }
}
