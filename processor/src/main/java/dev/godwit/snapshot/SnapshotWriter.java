package dev.godwit.snapshot;

import dev.godwit.ledger.Version;
import dev.godwit.model.Origin;
import dev.godwit.model.Settings;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Sequence;
import dev.godwit.schema.Struct;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes a snapshot: sorted, one fact a line, so that it reads well in a version control's difference. */
final class SnapshotWriter {

    static final int FORMAT = 1;

    /** What stands for the head before there is one, as in the ledger. */
    static final String NO_HEAD = "-";

    private SnapshotWriter() {}

    static String write(Snapshot snapshot) {
        return Json.text(json -> {
            json.field("format", FORMAT)
                    .field("head", snapshot.head().map(Version::text).orElse(NO_HEAD));
            json.object("settings", settings -> write(settings, snapshot.settings()));
            write(json, snapshot.schema());
            if (!snapshot.data().tables().isEmpty()) {
                json.object("data", data -> DataJson.write(data, snapshot.data()));
            }
            json.object("origins", origins -> write(origins, snapshot.origins()));
        });
    }

    private static void write(Json json, Settings settings) {
        json.field("package", settings.migrationsPackage())
                .field("naming", settings.naming().text())
                .field("beanValidation", settings.beanValidation() ? "on" : "off")
                .field("hibernate", settings.hibernate().text())
                .object("properties", properties -> settings.properties().forEach(properties::field));
    }

    private static void write(Json json, Schema schema) {
        json.object(
                "tables",
                tables -> new TreeMap<>(schema.tables())
                        .forEach(
                                (name, table) -> tables.object(name.toString(), each -> TableJson.write(each, table))));
        json.object(
                "sequences",
                sequences -> new TreeMap<>(schema.sequences())
                        .forEach((name, sequence) -> sequences.line(name.toString(), line -> write(line, sequence))));
        json.object(
                "structs",
                structs -> new TreeMap<>(schema.structs())
                        .forEach((name, struct) -> structs.object(name.toString(), each -> write(each, struct))));
    }

    private static void write(Json json, Sequence sequence) {
        json.field("start", sequence.start())
                .field("increment", sequence.increment())
                .field("options", sequence.options());
    }

    /** In the order of the attributes, which counts. */
    private static void write(Json json, Struct struct) {
        struct.attributes().forEach((name, type) -> json.line(name.toString(), line -> TypeJson.write(line, type)));
    }

    /** A table's own note stands under the empty name, which no column has. */
    private static void write(Json json, Map<Ref, Origin> origins) {
        Map<QualifiedName, List<Map.Entry<Ref, Origin>>> byObject = new TreeMap<>(origins)
                .entrySet().stream()
                        .collect(Collectors.groupingBy(
                                note -> note.getKey().object(), LinkedHashMap::new, Collectors.toList()));
        byObject.forEach((object, notes) -> json.object(
                object.toString(),
                lines -> notes.forEach(note -> lines.line(
                        note.getKey().column().map(Object::toString).orElse(""),
                        line -> write(line, note.getValue())))));
    }

    private static void write(Json json, Origin origin) {
        json.field("entity", origin.entity());
        if (!origin.path().isEmpty()) {
            json.field("path", origin.path());
        }
        json.field("target", origin.target());
    }
}
