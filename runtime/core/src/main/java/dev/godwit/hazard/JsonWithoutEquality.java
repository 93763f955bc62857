package dev.godwit.hazard;

import dev.godwit.change.AddColumn;
import dev.godwit.change.Change;
import dev.godwit.change.CreateTable;
import dev.godwit.change.DatabaseKind;
import dev.godwit.plan.Hazard;
import dev.godwit.schema.Column;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Type.Native;
import java.util.Collection;
import java.util.List;

/** PostgreSQL's {@code json} has no equality, so a {@code select distinct} over the table fails. */
final class JsonWithoutEquality implements Rule {

    @Override
    public List<Finding> check(Change change, Situation situation) {
        return change.accept(new NoFindings() {
            @Override
            public List<Finding> createTable(CreateTable change) {
                return among(change.table().name(), change.table().columns().values(), situation);
            }

            @Override
            public List<Finding> addColumn(AddColumn change) {
                return among(change.table(), List.of(change.column()), situation);
            }
        });
    }

    private static List<Finding> among(QualifiedName table, Collection<Column> columns, Situation situation) {
        if (situation.among(DatabaseKind.POSTGRESQL).isEmpty()) {
            return List.of();
        }
        return columns.stream()
                .filter(column ->
                        column.type() instanceof Native type && type.sql().equalsIgnoreCase("json"))
                .map(column -> new Finding(
                        "GW4125",
                        Hazard.BREAKS_RUNNING_VERSION,
                        Ref.of(table, column.name()),
                        situation.among(DatabaseKind.POSTGRESQL),
                        ("%s.%s has PostgreSQL's type json, which has no equality: select distinct and union over it fail. "
                                        + "Use jsonb.")
                                .formatted(table, column.name())))
                .toList();
    }
}
