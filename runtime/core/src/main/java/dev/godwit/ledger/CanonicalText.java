package dev.godwit.ledger;

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
import java.util.Optional;
import java.util.function.Function;

/**
 * The text that rule 1 of {@link Fingerprint} hashes: one {@link Form} a change. It must never change: whatever is to be
 * seen differently takes a new rule.
 */
final class CanonicalText implements Change.Visitor<Form> {

    private static final CanonicalText CHANGES = new CanonicalText();

    private CanonicalText() {}

    static String of(List<Change> changes) {
        StringBuilder text = new StringBuilder();
        changes.forEach(change -> text.append(change.accept(CHANGES)).append('\n'));
        return text.toString();
    }

    @Override
    public Form createTable(CreateTable change) {
        return Form.of("create-table").form(Forms.table(change.table()));
    }

    @Override
    public Form dropTable(DropTable change) {
        return Form.of(change.forGood() ? "drop-table-for-good" : "drop-table").name(change.table());
    }

    @Override
    public Form renameTable(RenameTable change) {
        return Form.of("rename-table").name(change.from()).name(change.to());
    }

    @Override
    public Form commentTable(CommentTable change) {
        return Form.of("comment-table").name(change.table()).text(change.from()).text(change.to());
    }

    @Override
    public Form alterTableOptions(AlterTableOptions change) {
        return Form.of("alter-table-options")
                .name(change.table())
                .text(change.from())
                .text(change.to());
    }

    @Override
    public Form addColumn(AddColumn change) {
        return Form.of("add-column")
                .name(change.table())
                .form(Forms.column(change.column()))
                .text(change.valueForExisting());
    }

    @Override
    public Form dropColumn(DropColumn change) {
        return Form.of(change.forGood() ? "drop-column-for-good" : "drop-column")
                .name(change.table())
                .name(change.column());
    }

    @Override
    public Form renameColumn(RenameColumn change) {
        return Form.of("rename-column").name(change.table()).name(change.from()).name(change.to());
    }

    @Override
    public Form alterColumn(AlterColumn change) {
        return Form.of(change.forGood() ? "alter-column-for-good" : "alter-column")
                .name(change.table())
                .form(Forms.column(change.from()))
                .form(Forms.column(change.to()))
                .text(change.conversion());
    }

    @Override
    public Form addPrimaryKey(AddPrimaryKey change) {
        return Form.of("add-primary-key").name(change.table()).form(Forms.primaryKey(change.key()));
    }

    @Override
    public Form dropPrimaryKey(DropPrimaryKey change) {
        return Form.of("drop-primary-key").name(change.table());
    }

    @Override
    public Form addUnique(AddUnique change) {
        return Form.of("add-unique").name(change.table()).form(Forms.unique(change.key()));
    }

    @Override
    public Form dropUnique(DropUnique change) {
        return Form.of("drop-unique").name(change.table()).form(Forms.unique(change.key()));
    }

    @Override
    public Form addForeignKey(AddForeignKey change) {
        return Form.of("add-foreign-key").name(change.table()).form(Forms.foreignKey(change.key()));
    }

    @Override
    public Form dropForeignKey(DropForeignKey change) {
        return Form.of("drop-foreign-key").name(change.table()).name(change.name());
    }

    @Override
    public Form addCheck(AddCheck change) {
        return Form.of("add-check").name(change.table()).form(Forms.check(change.check()));
    }

    @Override
    public Form dropCheck(DropCheck change) {
        return Form.of("drop-check").name(change.table()).form(Forms.check(change.check()));
    }

    @Override
    public Form addIndex(AddIndex change) {
        return Form.of("add-index").name(change.table()).form(Forms.index(change.index()));
    }

    @Override
    public Form dropIndex(DropIndex change) {
        return Form.of("drop-index").name(change.table()).name(change.name());
    }

    @Override
    public Form createSequence(CreateSequence change) {
        return Form.of("create-sequence").form(Forms.sequence(change.sequence()));
    }

    @Override
    public Form dropSequence(DropSequence change) {
        return Form.of("drop-sequence").name(change.sequence());
    }

    @Override
    public Form renameSequence(RenameSequence change) {
        return Form.of("rename-sequence").name(change.from()).name(change.to());
    }

    @Override
    public Form alterSequence(AlterSequence change) {
        return Form.of("alter-sequence").form(Forms.sequence(change.from())).form(Forms.sequence(change.to()));
    }

    @Override
    public Form createStruct(CreateStruct change) {
        return Form.of("create-struct").form(Forms.struct(change.struct()));
    }

    @Override
    public Form dropStruct(DropStruct change) {
        return Form.of("drop-struct").form(Forms.struct(change.struct()));
    }

    @Override
    public Form fillColumn(FillColumn change) {
        return Form.of(change.forGood() ? "fill-column-for-good" : "fill-column")
                .name(change.table())
                .name(change.column())
                .text(change.value());
    }

    @Override
    public Form moveValues(MoveValues change) {
        Form form = Form.of("move-values")
                .name(change.from())
                .name(change.to())
                .list(change.join(), CanonicalText::pair)
                .list(change.columns(), CanonicalText::pair)
                .flag(change.newRows());
        return change.kind()
                .map(kind -> form.name(kind.column()).list(kind.values(), Form::quote))
                .orElse(form);
    }

    private static String pair(MoveValues.Pair pair) {
        return Form.of("pair").name(pair.from()).name(pair.to()).toString();
    }

    @Override
    public Form changeRows(ChangeRows change) {
        return Form.of("change-rows")
                .name(change.table())
                .names(change.key())
                .names(change.before())
                .names(change.after())
                .list(
                        change.rows(),
                        row -> Form.of("row")
                                .form(row.before(), CanonicalText::values)
                                .form(row.after(), CanonicalText::values)
                                .toString());
    }

    private static Form values(List<Optional<String>> values) {
        Form form = Form.of("values");
        values.forEach(form::text);
        return form;
    }

    @Override
    public Form checkpoint(Checkpoint change) {
        return Form.of("checkpoint")
                .word(change.act())
                .list(change.tables(), Form::encode)
                .names(change.columns())
                .text(change.what())
                .text(change.query());
    }

    @Override
    public Form noWayBack(NoWayBack change) {
        return Form.of("no-way-back").text(change.why());
    }

    @Override
    public Form transform(Transform change) {
        Form form = Form.of(change.forGood() ? "transform-for-good" : "transform")
                .name(change.table())
                .names(change.key())
                .names(change.reads())
                .names(change.writes())
                .number(change.revision());
        change.targets()
                .forEach(target -> form.form(Form.of("target")
                        .word(target.kind())
                        .name(target.table())
                        .names(target.key())
                        .names(target.columns())));
        return form;
    }

    @Override
    public Form runSql(RunSql change) {
        return Form.of("sql")
                .list(
                        change.statements(),
                        statement -> Form.of("statement")
                                .list(
                                        statement.databases().stream()
                                                .map(Enum::name)
                                                .sorted()
                                                .toList(),
                                        Function.identity())
                                .text(statement.sql())
                                .toString())
                .form(change.effect(), effect -> {
                    Form changes = Form.of("effect");
                    effect.forEach(each -> changes.form(each.accept(this)));
                    return changes;
                });
    }
}
