package dev.godwit.ledger;

import dev.godwit.schema.Check;
import dev.godwit.schema.Column;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Index;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.Sequence;
import dev.godwit.schema.Struct;
import dev.godwit.schema.Table;
import dev.godwit.schema.Type;
import dev.godwit.schema.UniqueKey;

/** The parts of a schema in the canonical text of rule 1. */
final class Forms implements Type.Visitor<Form> {

    private static final Forms TYPES = new Forms();

    private Forms() {}

    static Form table(Table table) {
        return Form.of("table")
                .name(table.name())
                .set(table.columns().values(), Forms::column)
                .form(table.primaryKey(), Forms::primaryKey)
                .set(table.uniqueKeys(), Forms::unique)
                .set(table.foreignKeys(), Forms::foreignKey)
                .set(table.checks(), Forms::check)
                .set(table.indexes(), Forms::index)
                .text(table.comment())
                .text(table.options());
    }

    static Form column(Column column) {
        return Form.of("column")
                .name(column.name())
                .form(column.type().accept(TYPES))
                .flag(column.nullable())
                .text(column.defaultSql())
                .flag(column.identity())
                .form(
                        column.generatedAs(),
                        generated -> Form.of("generated")
                                .text(generated.expression())
                                .flag(generated.stored()))
                .text(column.comment())
                .set(column.checks(), Forms::check)
                .text(column.collation())
                .text(column.options());
    }

    static Form primaryKey(PrimaryKey key) {
        return Form.of("primary-key").name(key.name()).names(key.columns());
    }

    static Form unique(UniqueKey key) {
        Form form = Form.of("unique").name(key.name()).names(key.columns()).text(key.options());
        return key.impliedName().isPresent() ? form.name(key.impliedName()) : form;
    }

    static Form foreignKey(ForeignKey key) {
        return Form.of("foreign-key")
                .name(key.name())
                .names(key.columns())
                .name(key.referencedTable())
                .names(key.referencedColumns())
                .word(key.onDelete())
                .text(key.definition())
                .text(key.options());
    }

    static Form check(Check check) {
        return Form.of("check").name(check.name()).text(check.expression()).text(check.options());
    }

    static Form index(Index index) {
        return Form.of("index")
                .name(index.name())
                .list(
                        index.parts(),
                        part -> Form.of("part")
                                .name(part.column())
                                .text(part.expression())
                                .text(part.order())
                                .toString())
                .flag(index.unique())
                .text(index.type())
                .text(index.options());
    }

    static Form sequence(Sequence sequence) {
        return Form.of("sequence")
                .name(sequence.name())
                .number(sequence.start())
                .number(sequence.increment())
                .text(sequence.options());
    }

    static Form struct(Struct struct) {
        return Form.of("struct")
                .name(struct.name())
                .list(
                        struct.attributes().entrySet(),
                        attribute -> Form.of("attribute")
                                .name(attribute.getKey())
                                .form(attribute.getValue().accept(TYPES))
                                .toString());
    }

    @Override
    public Form simple(Type.Simple type) {
        return Form.of("simple").word(type.kind());
    }

    @Override
    public Form sized(Type.Sized type) {
        return Form.of("sized").word(type.kind()).number(type.length());
    }

    @Override
    public Form numeric(Type.Numeric type) {
        return Form.of("numeric").number(type.precision()).number(type.scale());
    }

    @Override
    public Form approximate(Type.Float type) {
        return Form.of("float").number(type.precision());
    }

    @Override
    public Form temporal(Type.Temporal type) {
        Form form = Form.of("temporal").word(type.kind());
        type.precision().ifPresent(form::number);
        return form;
    }

    @Override
    public Form enumOf(Type.EnumOf type) {
        Form form = Form.of("enum").word(type.storage()).number(type.length());
        type.typeName().ifPresent(form::name);
        type.values().forEach(form::text);
        return form;
    }

    @Override
    public Form arrayOf(Type.ArrayOf type) {
        Form form = Form.of("array").form(type.element().accept(this));
        type.length().ifPresent(form::number);
        return form;
    }

    @Override
    public Form structOf(Type.StructOf type) {
        return Form.of("struct-of").name(type.name());
    }

    @Override
    public Form nativeType(Type.Native type) {
        return Form.of("native").text(type.sql());
    }
}
