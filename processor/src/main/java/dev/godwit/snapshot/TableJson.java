package dev.godwit.snapshot;

import dev.godwit.schema.Column;
import dev.godwit.schema.Column.Generated;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;
import dev.godwit.snapshot.Node.Fields;
import java.util.Comparator;

/** Tables and columns, in both directions side by side. */
final class TableJson {

    private TableJson() {}

    static void write(Json json, Table table) {
        json.field("comment", table.comment()).field("options", table.options());
        json.object(
                "columns",
                columns -> table.columns().values().stream()
                        .sorted(Comparator.comparing(Column::name))
                        .forEach(column -> columns.line(column.name().toString(), line -> write(line, column))));
        table.primaryKey().ifPresent(key -> json.line("primaryKey", line -> KeyJson.write(line, key)));
        json.list("uniqueKeys", KeyJson.sortedUniques(table.uniqueKeys()), KeyJson::write)
                .list("foreignKeys", KeyJson.sortedForeignKeys(table.foreignKeys()), KeyJson::write)
                .list("checks", KeyJson.sortedChecks(table.checks()), KeyJson::write)
                .list("indexes", KeyJson.sortedIndexes(table.indexes()), KeyJson::write);
    }

    static Table read(QualifiedName name, Fields fields) {
        return new Table(
                name,
                fields.required("columns")
                        .entries(Identifier::of, (column, node) -> node.object(each -> readColumn(column, each))),
                fields.optional("primaryKey").map(node -> node.object(KeyJson::readPrimaryKey)),
                fields.set("uniqueKeys", KeyJson::readUnique),
                fields.set("foreignKeys", KeyJson::readForeignKey),
                fields.set("checks", KeyJson::readCheck),
                fields.set("indexes", KeyJson::readIndex),
                fields.text("comment"),
                fields.text("options"));
    }

    private static void write(Json json, Column column) {
        TypeJson.write(json, column.type());
        json.flag("notNull", !column.nullable())
                .flag("identity", column.identity())
                .field("default", column.defaultSql());
        column.generatedAs()
                .ifPresent(generated ->
                        json.field("generatedAs", generated.expression()).flag("stored", generated.stored()));
        json.field("comment", column.comment())
                .list("checks", KeyJson.sortedChecks(column.checks()), KeyJson::write)
                .field("collation", column.collation())
                .field("options", column.options());
    }

    private static Column readColumn(Identifier name, Fields fields) {
        return new Column(
                name,
                TypeJson.read(fields),
                !fields.flag("notNull"),
                fields.text("default"),
                fields.flag("identity"),
                fields.text("generatedAs").map(expression -> new Generated(expression, fields.flag("stored"))),
                fields.text("comment"),
                fields.set("checks", KeyJson::readCheck),
                fields.text("collation"),
                fields.text("options"));
    }
}
