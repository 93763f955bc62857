package dev.godwit.hazard;

import dev.godwit.change.Change;
import dev.godwit.change.DropTable;
import dev.godwit.change.MoveValues;
import dev.godwit.plan.Hazard;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Ref;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The running version still uses the table. */
final class TableDropped implements Rule {

    @Override
    public List<Finding> check(Change change, Situation situation) {
        return change.accept(new NoFindings() {
            @Override
            public List<Finding> dropTable(DropTable change) {
                if (!situation.isInUse(change.table())) {
                    return List.of();
                }
                return List.of(new Finding(
                        "GW4102",
                        moves(change, situation) ? Hazard.BREAKS_RUNNING_VERSION : Hazard.LOSES_DATA,
                        Ref.of(change.table()),
                        situation.databases(),
                        ("Dropping table %s breaks the version that is running. On PostgreSQL, MariaDB and MySQL migrate "
                                        + "lets it stand until a later release migrates (docs/zero-downtime); elsewhere, "
                                        + "and with phase=all, deploy a version without the entity first.")
                                .formatted(change.table())));
            }
        });
    }

    /** Whether another table has all that this one holds by then. */
    private static boolean moves(DropTable change, Situation situation) {
        Set<Identifier> moved = new HashSet<>();
        situation.migration().stream()
                .filter(MoveValues.class::isInstance)
                .map(MoveValues.class::cast)
                .filter(move -> move.from().equals(change.table()))
                .forEach(move -> {
                    moved.addAll(MoveValues.columnsOf(move.join(), MoveValues.Pair::from));
                    moved.addAll(MoveValues.columnsOf(move.columns(), MoveValues.Pair::from));
                });
        return situation
                .before()
                .table(change.table())
                .filter(table -> moved.containsAll(table.columns().keySet()))
                .isPresent();
    }
}
