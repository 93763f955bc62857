package dev.godwit.source;

import com.palantir.javapoet.CodeBlock;
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
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Struct;
import java.util.List;

/** A change as a call of the vocabulary of migrations. */
final class ChangeCode implements Change.Visitor<Call> {

    private static final ChangeCode CODE = new ChangeCode();

    private ChangeCode() {}

    static Call of(Change change) {
        return change.accept(CODE);
    }

    @Override
    public Call createTable(CreateTable change) {
        QualifiedName name = change.table().name();
        return Call.onSchema(name, "create", ".createTable($S, $L)", name, TableCode.definition(change.table()));
    }

    @Override
    public Call dropTable(DropTable change) {
        String drop = change.forGood() ? ".dropForGood().dropTable($S)" : ".dropTable($S)";
        return Call.onSchema(change.table(), "drop", drop, change.table());
    }

    @Override
    public Call renameTable(RenameTable change) {
        return Call.onSchema(change.from(), "rename", ".renameTable($S, $S)", change.from(), change.to());
    }

    @Override
    public Call commentTable(CommentTable change) {
        return Call.onTable(
                change.table(), ".comment($L, $L)", KeyCode.optional(change.from()), KeyCode.optional(change.to()));
    }

    @Override
    public Call alterTableOptions(AlterTableOptions change) {
        return Call.onTable(
                change.table(), ".options($L, $L)", KeyCode.optional(change.from()), KeyCode.optional(change.to()));
    }

    @Override
    public Call addColumn(AddColumn change) {
        CodeBlock column = CodeBlock.of("$S, $L", change.column().name(), ColumnCode.of(change.column()));
        return change.valueForExisting()
                .map(sql -> Call.onTable(change.table(), ".addColumn($L, $S)", column, sql))
                .orElseGet(() -> Call.onTable(change.table(), ".addColumn($L)", column));
    }

    @Override
    public Call dropColumn(DropColumn change) {
        return change.forGood()
                ? Call.onSchema(
                        change.table(),
                        "drop",
                        ".dropForGood().table($S).dropColumn($S)",
                        change.table(),
                        change.column())
                : Call.onTable(change.table(), ".dropColumn($S)", change.column());
    }

    @Override
    public Call renameColumn(RenameColumn change) {
        return Call.onTable(change.table(), ".renameColumn($S, $S)", change.from(), change.to());
    }

    @Override
    public Call alterColumn(AlterColumn change) {
        CodeBlock sides = CodeBlock.of(
                "$S, $L, $L", change.from().name(), ColumnCode.of(change.from()), ColumnCode.of(change.to()));
        CodeBlock arguments = change.conversion()
                .map(sql -> CodeBlock.of("$L, $S", sides, sql))
                .orElse(sides);
        return change.forGood()
                ? Call.onSchema(
                        change.table(), "alter", ".dropForGood().table($S).alterColumn($L)", change.table(), arguments)
                : Call.onTable(change.table(), ".alterColumn($L)", arguments);
    }

    @Override
    public Call addPrimaryKey(AddPrimaryKey change) {
        return Call.onTable(change.table(), ".addPrimaryKey($L)", KeyCode.primaryKey(change.key()));
    }

    @Override
    public Call dropPrimaryKey(DropPrimaryKey change) {
        return Call.onTable(change.table(), ".dropPrimaryKey()");
    }

    @Override
    public Call addUnique(AddUnique change) {
        return Call.onTable(change.table(), ".addUnique($L)", KeyCode.uniqueKey(change.key()));
    }

    @Override
    public Call dropUnique(DropUnique change) {
        return Call.onTable(change.table(), ".dropUnique($L)", KeyCode.uniqueKey(change.key()));
    }

    @Override
    public Call addForeignKey(AddForeignKey change) {
        return Call.onTable(
                change.table(), ".addForeignKey($S, $L)", change.key().name(), KeyCode.foreignKey(change.key()));
    }

    @Override
    public Call dropForeignKey(DropForeignKey change) {
        return Call.onTable(change.table(), ".dropForeignKey($S)", change.name());
    }

    @Override
    public Call addCheck(AddCheck change) {
        return Call.onTable(change.table(), ".addCheck($L)", KeyCode.check(change.check()));
    }

    @Override
    public Call dropCheck(DropCheck change) {
        return Call.onTable(change.table(), ".dropCheck($L)", KeyCode.check(change.check()));
    }

    @Override
    public Call addIndex(AddIndex change) {
        return Call.onTable(change.table(), ".addIndex($S, $L)", change.index().name(), KeyCode.index(change.index()));
    }

    @Override
    public Call dropIndex(DropIndex change) {
        return Call.onTable(change.table(), ".dropIndex($S)", change.name());
    }

    @Override
    public Call createSequence(CreateSequence change) {
        QualifiedName name = change.sequence().name();
        return Call.onSchema(name, "create", ".createSequence($S, $L)", name, KeyCode.sequence(change.sequence()));
    }

    @Override
    public Call dropSequence(DropSequence change) {
        return Call.onSchema(change.sequence(), "drop", ".dropSequence($S)", change.sequence());
    }

    @Override
    public Call renameSequence(RenameSequence change) {
        return Call.onSchema(change.from(), "rename", ".renameSequence($S, $S)", change.from(), change.to());
    }

    @Override
    public Call alterSequence(AlterSequence change) {
        QualifiedName name = change.from().name();
        return Call.onSchema(
                name,
                "change",
                ".alterSequence($S, $L, $L)",
                name,
                KeyCode.sequence(change.from()),
                KeyCode.sequence(change.to()));
    }

    @Override
    public Call createStruct(CreateStruct change) {
        return struct("create", change.struct());
    }

    @Override
    public Call dropStruct(DropStruct change) {
        return struct("drop", change.struct());
    }

    private static Call struct(String verb, Struct struct) {
        CodeBlock.Builder attributes = CodeBlock.builder().add("s -> s");
        struct.attributes().forEach((name, type) -> attributes.add("\n.attribute($S, $L)", name, TypeCode.of(type)));
        return Call.onSchema(struct.name(), verb, ".$LStruct($S, $L)", verb, struct.name(), attributes.build());
    }

    @Override
    public Call runSql(RunSql change) {
        return SqlCode.of(change);
    }

    @Override
    public Call fillColumn(FillColumn change) {
        return change.forGood()
                ? Call.onSchema(
                        change.table(),
                        "fill",
                        ".dropForGood().table($S).backfill($S, $S)",
                        change.table(),
                        change.column(),
                        change.value())
                : Call.onTable(change.table(), ".backfill($S, $S)", change.column(), change.value());
    }

    @Override
    public Call moveValues(MoveValues change) {
        CodeBlock.Builder move = CodeBlock.builder().add("v -> v");
        change.join().forEach(pair -> move.add("\n.join($S, $S)", pair.from(), pair.to()));
        for (MoveValues.Pair pair : change.columns()) {
            move.add(
                    pair.from().equals(pair.to())
                            ? CodeBlock.of("\n.column($S)", pair.from())
                            : CodeBlock.of("\n.column($S, $S)", pair.from(), pair.to()));
        }
        if (change.kind().isPresent()) {
            move.add(kind(change.kind().get(), change.newRows() ? "newRows" : "marks"));
        } else if (change.newRows()) {
            move.add("\n.newRows()");
        }
        return Call.onSchema(change.to(), "move", ".moveValues($S, $S, $L)", change.from(), change.to(), move.build());
    }

    private static CodeBlock kind(MoveValues.Kind kind, String call) {
        CodeBlock.Builder code = CodeBlock.builder().add("\n.$L($S", call, kind.column());
        kind.values().forEach(value -> code.add(", $S", value));
        return code.add(")").build();
    }

    @Override
    public Call changeRows(ChangeRows change) {
        return RowsCode.of(change);
    }

    /** To put a backup back is for the engine, in a migration that failed. */
    @Override
    public Call checkpoint(Checkpoint change) {
        QualifiedName subject = change.tables().stream().findFirst().orElse(QualifiedName.of("rows"));
        return switch (change.act()) {
            case BACKUP -> Call.onSchema(subject, "backup", ".backup($L)", strings(change.tables()));
            case VERIFY -> Call.onSchema(subject, "verify", ".verify($S, $S)", change.what(), change.query());
            case VERIFY_UNCHANGED ->
                Call.onSchema(subject, "verify", ".verifyUnchanged($S, $L)", subject, strings(change.columns()));
            case RESTORE -> throw new IllegalArgumentException("A backup is not put back by a migration's text.");
        };
    }

    private static CodeBlock strings(List<?> names) {
        return names.stream().map(name -> CodeBlock.of("$S", name)).collect(CodeBlock.joining(", "));
    }

    @Override
    public Call noWayBack(NoWayBack change) {
        return Call.onSchema(QualifiedName.of("rows"), "keep", ".noWayBack($S)", change.why());
    }

    @Override
    public Call transform(Transform change) {
        throw new IllegalArgumentException("Java code cannot be written down again.");
    }

    static List<Call> of(List<Change> changes) {
        return changes.stream().map(ChangeCode::of).toList();
    }
}
