package dev.godwit.snapshot;

import dev.godwit.data.ReferenceData;
import dev.godwit.data.TableRows;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.snapshot.Node.Fields;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows that belong to the schema, in both directions side by side: a line a row. */
final class DataJson {

    private DataJson() {}

    static void write(Json json, ReferenceData data) {
        data.tables()
                .forEach((name, rows) -> json.object(
                        name.toString(),
                        table -> table.texts("key", rows.key())
                                .texts("columns", rows.columns())
                                .rows(
                                        "rows",
                                        rows.rows().values().stream()
                                                .sorted(Comparator.comparing(Object::toString))
                                                .toList())));
    }

    static ReferenceData read(Node node) {
        Map<QualifiedName, TableRows> tables =
                new LinkedHashMap<>(node.entries(QualifiedName::of, (name, table) -> table.object(DataJson::rows)));
        return new ReferenceData(tables);
    }

    private static TableRows rows(Fields fields) {
        List<Identifier> key = names(fields, "key");
        List<Identifier> columns = names(fields, "columns");
        Map<List<Optional<String>>, List<Optional<String>>> rows = new LinkedHashMap<>();
        for (Node row : fields.required("rows").list(each -> each)) {
            List<Optional<String>> values = row.list(Node::optionalString);
            if (values.size() != columns.size() || key.size() > values.size()) {
                throw SnapshotException.damaged(row.position(), "%d values belong here".formatted(columns.size()));
            }
            rows.put(List.copyOf(values.subList(0, key.size())), values);
        }
        return new TableRows(key, columns, rows);
    }

    private static List<Identifier> names(Fields fields, String field) {
        return fields.required(field).list(name -> name.value(Identifier::of));
    }
}
