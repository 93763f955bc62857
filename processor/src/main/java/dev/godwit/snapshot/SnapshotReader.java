package dev.godwit.snapshot;

import dev.godwit.data.ReferenceData;
import dev.godwit.ledger.Version;
import dev.godwit.model.Origin;
import dev.godwit.model.Settings;
import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.model.Settings.Naming;
import dev.godwit.model.Settings.Naming.Convention;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Sequence;
import dev.godwit.schema.Struct;
import dev.godwit.snapshot.Node.Fields;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what {@link SnapshotWriter} writes, and nothing else. */
final class SnapshotReader {

    private static final Pattern MERGE_MARK = Pattern.compile("(<{7}|={7}|>{7}|\\|{7})( .*)?");

    private static final String MARKS = "<=>|";

    private SnapshotReader() {}

    static Snapshot read(String text) {
        requireMerged(text);
        Node root = Node.parse(text);
        requireFormat(root);
        return root.object(SnapshotReader::snapshot);
    }

    /** Lines begin with a blank or a brace, but for these marks, so that few are looked at closely. */
    private static void requireMerged(String text) {
        int line = 1;
        for (int from = 0; from >= 0 && from < text.length(); line++) {
            int end = text.indexOf('\n', from);
            if (MARKS.indexOf(text.charAt(from)) >= 0
                    && MERGE_MARK
                            .matcher(text.substring(from, end < 0 ? text.length() : end)
                                    .stripTrailing())
                            .matches()) {
                throw SnapshotException.conflict(line);
            }
            from = end < 0 ? end : end + 1;
        }
    }

    /** First of all, since a later format may hold anything. */
    private static void requireFormat(Node root) {
        Optional.ofNullable(root.fields().get("format"))
                .map(format -> format.number(Long::valueOf))
                .filter(format -> format != SnapshotWriter.FORMAT)
                .ifPresent(format -> {
                    throw SnapshotException.newerFormat(format);
                });
    }

    private static Snapshot snapshot(Fields fields) {
        fields.required("format");
        Node head = fields.required("head");
        return new Snapshot(
                head.string().equals(SnapshotWriter.NO_HEAD) ? Optional.empty() : Optional.of(head.value(Version::new)),
                fields.required("settings").object(SnapshotReader::settings),
                new Schema(
                        fields.required("tables")
                                .entries(
                                        QualifiedName::of,
                                        (name, node) -> node.object(table -> TableJson.read(name, table))),
                        fields.required("sequences")
                                .entries(
                                        QualifiedName::of,
                                        (name, node) -> node.object(sequence -> sequence(name, sequence))),
                        fields.required("structs").entries(QualifiedName::of, SnapshotReader::struct)),
                origins(fields.required("origins")),
                fields.optional("data").map(DataJson::read).orElse(ReferenceData.NONE));
    }

    private static Settings settings(Fields fields) {
        return new Settings(
                fields.required("package").string(),
                naming(fields.required("naming")),
                onOrOff(fields.required("beanValidation")),
                hibernate(fields.required("hibernate")),
                fields.required("properties").entries(name -> name, (name, node) -> node.string()));
    }

    private static Naming naming(Node node) {
        String text = node.string();
        for (Convention convention : Convention.values()) {
            if (convention.text().equals(text)) {
                return convention;
            }
        }
        String[] classes = text.split("\\s*,\\s*");
        if (classes.length != 2) {
            throw SnapshotException.damaged(
                    node.position(),
                    "the naming is \"jpa\", \"spring\", or the class names of an implicit and a physical strategy "
                            + "with a comma between them, and not \"%s\"".formatted(text));
        }
        return new Naming.Classes(classes[0], classes[1]);
    }

    private static boolean onOrOff(Node node) {
        return switch (node.string()) {
            case "on" -> true;
            case "off" -> false;
            default -> throw SnapshotException.damaged(node.position(), "\"on\" or \"off\" belongs here");
        };
    }

    private static HibernateLine hibernate(Node node) {
        return Arrays.stream(HibernateLine.values())
                .filter(line -> line.text().equals(node.string()))
                .findFirst()
                .orElseThrow(() -> SnapshotException.unknown(node.position(), "hibernate " + node.string()));
    }

    private static Sequence sequence(QualifiedName name, Fields fields) {
        return new Sequence(
                name,
                fields.required("start").number(Long::valueOf),
                fields.required("increment").number(Long::valueOf),
                fields.text("options"));
    }

    private static Struct struct(QualifiedName name, Node node) {
        return new Struct(name, node.entries(Identifier::of, (attribute, type) -> type.object(TypeJson::read)));
    }

    private static Map<Ref, Origin> origins(Node node) {
        Map<Ref, Origin> origins = new LinkedHashMap<>();
        node.entries(
                QualifiedName::of,
                (object, notes) -> notes.entries(
                        column -> column.isEmpty() ? Ref.of(object) : Ref.of(object, Identifier.of(column)),
                        (ref, note) -> origins.merge(ref, note.object(SnapshotReader::origin), (one, other) -> other)));
        return origins;
    }

    private static Origin origin(Fields fields) {
        return new Origin(
                fields.required("entity").string(), fields.text("path").orElse(""), fields.text("target"));
    }
}
