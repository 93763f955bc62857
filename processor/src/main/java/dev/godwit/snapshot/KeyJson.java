package dev.godwit.snapshot;

import dev.godwit.schema.Check;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.ForeignKey.Action;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.Index.Part;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.UniqueKey;
import dev.godwit.snapshot.Node.Fields;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Keys, checks and indexes, in both directions side by side. */
final class KeyJson {

    private KeyJson() {}

    static void write(Json json, PrimaryKey key) {
        json.field("name", text(key.name())).texts("columns", key.columns());
    }

    static PrimaryKey readPrimaryKey(Fields fields) {
        return new PrimaryKey(name(fields), columns(fields, "columns"));
    }

    static void write(Json json, UniqueKey key) {
        json.field("name", text(key.name()))
                .texts("columns", key.columns())
                .field("options", key.options())
                .field("impliedName", text(key.impliedName()));
    }

    static UniqueKey readUnique(Fields fields) {
        return new UniqueKey(
                name(fields),
                columns(fields, "columns"),
                fields.text("options"),
                fields.text("impliedName").map(Identifier::of));
    }

    static List<UniqueKey> sortedUniques(Collection<UniqueKey> keys) {
        return sorted(keys, key -> key.columns() + " " + text(key.name()) + key.options());
    }

    static void write(Json json, ForeignKey key) {
        json.field("name", key.name().toString())
                .texts("columns", key.columns())
                .field("references", key.referencedTable().toString())
                .texts("referencedColumns", key.referencedColumns());
        if (key.onDelete() != Action.NO_ACTION) {
            json.field("onDelete", key.onDelete().name().toLowerCase(Locale.ROOT));
        }
        json.field("definition", key.definition()).field("options", key.options());
    }

    static ForeignKey readForeignKey(Fields fields) {
        return new ForeignKey(
                fields.required("name").value(Identifier::of),
                columns(fields, "columns"),
                fields.required("references").value(QualifiedName::of),
                columns(fields, "referencedColumns"),
                fields.optional("onDelete").map(KeyJson::action).orElse(Action.NO_ACTION),
                fields.text("definition"),
                fields.text("options"));
    }

    private static Action action(Node node) {
        return node.value(text -> Action.valueOf(text.toUpperCase(Locale.ROOT)));
    }

    static List<ForeignKey> sortedForeignKeys(Collection<ForeignKey> keys) {
        return sorted(keys, key -> key.name() + " " + key.columns() + key.referencedTable());
    }

    static void write(Json json, Check check) {
        json.field("name", text(check.name()))
                .field("check", check.expression())
                .field("options", check.options());
    }

    static Check readCheck(Fields fields) {
        return new Check(name(fields), fields.required("check").string(), fields.text("options"));
    }

    static List<Check> sortedChecks(Collection<Check> checks) {
        return sorted(checks, check -> text(check.name()) + check.expression() + check.options());
    }

    static void write(Json json, Index index) {
        json.field("name", index.name().toString())
                .list(
                        "parts",
                        index.parts(),
                        (line, part) -> line.field("column", text(part.column()))
                                .field("expression", part.expression())
                                .field("order", part.order()))
                .flag("unique", index.unique())
                .field("using", index.type())
                .field("options", index.options());
    }

    static Index readIndex(Fields fields) {
        return new Index(
                fields.required("name").value(Identifier::of),
                fields.required("parts").list(node -> node.object(KeyJson::readPart)),
                fields.flag("unique"),
                fields.text("using"),
                fields.text("options"));
    }

    private static Part readPart(Fields fields) {
        return new Part(
                fields.optional("column").map(node -> node.value(Identifier::of)),
                fields.text("expression"),
                fields.text("order"));
    }

    static List<Index> sortedIndexes(Collection<Index> indexes) {
        return sorted(indexes, index -> index.name() + " " + index.columns());
    }

    private static <E> List<E> sorted(Collection<E> values, Function<E, String> by) {
        return values.stream().sorted(Comparator.comparing(by)).toList();
    }

    private static Optional<String> text(Optional<Identifier> name) {
        return name.map(Identifier::toString);
    }

    private static Optional<Identifier> name(Fields fields) {
        return fields.optional("name").map(node -> node.value(Identifier::of));
    }

    private static List<Identifier> columns(Fields fields, String field) {
        return fields.required(field).list(node -> node.value(Identifier::of));
    }
}
