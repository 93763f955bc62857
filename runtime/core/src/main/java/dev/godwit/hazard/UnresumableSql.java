package dev.godwit.hazard;

import dev.godwit.change.Change;
import dev.godwit.change.DatabaseKind;
import dev.godwit.change.RunSql;
import dev.godwit.plan.Hazard;
import java.util.List;

/** After an interruption nothing tells whether the statement has run. */
final class UnresumableSql implements Rule {

    @Override
    public List<Finding> check(Change change, Situation situation) {
        return change.accept(new NoFindings() {
            @Override
            public List<Finding> runSql(RunSql change) {
                if (!(!change.resume().idempotent()
                        && change.resume().doneWhen().isEmpty()
                        && change.statements().stream()
                                .anyMatch(statement -> situation.databases().stream()
                                        .anyMatch(kind -> kind != DatabaseKind.POSTGRESQL && statement.isFor(kind))))) {
                    return List.of();
                }
                return List.of(new Finding(
                        "GW4120",
                        Hazard.BRIEF_LOCK,
                        Names.NOWHERE,
                        situation.among(DatabaseKind.MARIADB, DatabaseKind.MYSQL, DatabaseKind.H2),
                        "Where DDL commits by itself, an interrupted run cannot tell whether this SQL was executed: "
                                + "add .idempotent() or .doneWhen(\"select …\"). Statement: "
                                + change.statements().get(0).sql()));
            }
        });
    }
}
