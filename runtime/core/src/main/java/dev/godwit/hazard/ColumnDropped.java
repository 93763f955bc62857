package dev.godwit.hazard;

import dev.godwit.change.Change;
import dev.godwit.change.DropColumn;
import dev.godwit.change.MoveValues;
import dev.godwit.plan.Hazard;
import dev.godwit.schema.Ref;
import java.util.List;

/** The running version still selects and writes the column. */
final class ColumnDropped implements Rule {

    @Override
    public List<Finding> check(Change change, Situation situation) {
        return change.accept(new NoFindings() {
            @Override
            public List<Finding> dropColumn(DropColumn change) {
                if (!situation.isInUse(change.table())) {
                    return List.of();
                }
                return List.of(new Finding(
                        "GW4101",
                        moves(change, situation) ? Hazard.BREAKS_RUNNING_VERSION : Hazard.LOSES_DATA,
                        Ref.of(change.table(), change.column()),
                        situation.databases(),
                        ("Dropping %s.%s breaks the version that is running, which still selects and writes it. On "
                                        + "PostgreSQL, MariaDB and MySQL migrate lets it stand until a later release "
                                        + "migrates (docs/zero-downtime); elsewhere, and with phase=all, deploy a version "
                                        + "without the attribute first.")
                                .formatted(change.table(), change.column())));
            }
        });
    }

    /** Whether another table has the values by then. */
    private static boolean moves(DropColumn change, Situation situation) {
        Ref column = Ref.of(change.table(), change.column());
        return situation.migration().stream()
                .filter(MoveValues.class::isInstance)
                .map(MoveValues.class::cast)
                .anyMatch(move -> move.columns().stream()
                        .anyMatch(pair -> Ref.of(move.from(), pair.from()).equals(column)));
    }
}
