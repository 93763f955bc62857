package dev.godwit.hazard;

import dev.godwit.change.AddIndex;
import dev.godwit.change.AddUnique;
import dev.godwit.change.Change;
import dev.godwit.plan.Hazard;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import java.util.List;

/** Rows that are there may hold duplicates. */
final class UniqueOnExistingRows implements Rule {

    @Override
    public List<Finding> check(Change change, Situation situation) {
        return change.accept(new NoFindings() {
            @Override
            public List<Finding> addUnique(AddUnique change) {
                return finding(change.table(), change.key().columns(), situation);
            }

            @Override
            public List<Finding> addIndex(AddIndex change) {
                return change.index().unique()
                        ? finding(change.table(), change.index().columns(), situation)
                        : List.of();
            }
        });
    }

    private static List<Finding> finding(QualifiedName table, List<Identifier> columns, Situation situation) {
        if (!situation.isInUse(table)) {
            return List.of();
        }
        String names = Names.list(columns);
        return List.of(new Finding(
                "GW4109",
                Hazard.BRIEF_LOCK,
                Ref.of(table),
                situation.databases(),
                ("Table %1$s may hold duplicates in %2$s; the unique key then cannot be built. "
                                + "Look for them first: select %2$s, count(*) from %1$s group by %2$s having count(*) > 1")
                        .formatted(table, names)));
    }
}
