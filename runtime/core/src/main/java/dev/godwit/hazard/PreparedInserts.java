package dev.godwit.hazard;

import dev.godwit.change.AddColumn;
import dev.godwit.change.Change;
import dev.godwit.change.DatabaseKind;
import dev.godwit.change.DropColumn;
import dev.godwit.change.RenameColumn;
import dev.godwit.plan.Hazard;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import java.util.List;

/**
 * PostgreSQL's driver asks for keys that the database makes by {@code returning *}, and what it has prepared so fails once
 * in each connection when the table has other columns. Told once per migration: one setting is the answer to all of it.
 */
final class PreparedInserts implements Rule {

    @Override
    public List<Finding> check(Change change, Situation situation) {
        if (situation.among(DatabaseKind.POSTGRESQL).isEmpty()) {
            return List.of();
        }
        List<Finding> findings = finding(change, situation);
        return !findings.isEmpty()
                        && situation.isFirst(
                                change, other -> !finding(other, situation).isEmpty())
                ? findings
                : List.of();
    }

    private static List<Finding> finding(Change change, Situation situation) {
        return change.accept(new NoFindings() {
            @Override
            public List<Finding> addColumn(AddColumn change) {
                return of(change.table(), change.column().name());
            }

            @Override
            public List<Finding> dropColumn(DropColumn change) {
                return of(change.table(), change.column());
            }

            @Override
            public List<Finding> renameColumn(RenameColumn change) {
                return of(change.table(), change.to());
            }

            private List<Finding> of(QualifiedName table, Identifier column) {
                return situation.isInUse(table) && hasIdentity(table, situation)
                        ? List.of(finding(table, column, situation))
                        : List.of();
            }
        });
    }

    private static boolean hasIdentity(QualifiedName table, Situation situation) {
        return situation.before().table(table).stream()
                .anyMatch(known -> known.columns().values().stream().anyMatch(Column::identity));
    }

    private static Finding finding(QualifiedName table, Identifier column, Situation situation) {
        return new Finding(
                "GW4131",
                Hazard.ONLINE,
                Ref.of(table, column),
                situation.among(DatabaseKind.POSTGRESQL),
                ("The columns of %s change, whose keys are GenerationType.IDENTITY. On PostgreSQL the next insert in each "
                                + "connection fails then (cached plan must not change result type), unless the "
                                + "application's JDBC URL says ?autosave=conservative.")
                        .formatted(table));
    }
}
