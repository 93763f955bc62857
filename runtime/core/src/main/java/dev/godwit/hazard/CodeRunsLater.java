package dev.godwit.hazard;

import dev.godwit.change.AddColumn;
import dev.godwit.change.Change;
import dev.godwit.change.DatabaseKind;
import dev.godwit.change.DropColumn;
import dev.godwit.change.Transform;
import dev.godwit.plan.Hazard;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A trigger cannot run Java code: what one version writes, the other reads only when a run has come by. */
final class CodeRunsLater implements Rule {

    @Override
    public List<Finding> check(Change change, Situation situation) {
        return change.accept(new NoFindings() {
            @Override
            public List<Finding> transform(Transform code) {
                QualifiedName table = code.table();
                List<Identifier> old = code.reads().stream()
                        .filter(column ->
                                names(situation, drop -> dropped(drop, table)).anyMatch(column::equals))
                        .toList();
                List<Identifier> fresh = code.writes().stream()
                        .filter(column ->
                                names(situation, add -> added(add, table)).anyMatch(column::equals))
                        .toList();
                if (old.isEmpty() || fresh.isEmpty() || !situation.isInUse(table)) {
                    return List.of();
                }
                return List.of(new Finding(
                        "GW4133",
                        Hazard.ONLINE,
                        Ref.of(table, old.get(0)),
                        situation.among(DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB, DatabaseKind.MYSQL),
                        ("Java code computes %1$s of %2$s from %3$s, and no trigger can run it: while two versions run, what one of them writes there "
                                        + "the other reads only after the next godwit:migrate. Until then it reads the value "
                                        + "from before, and in new rows NULL or a default. Run godwit:migrate while both are "
                                        + "out, or write it in SQL (@Backfill), which triggers follow at once.")
                                .formatted(fresh, table, old)));
            }
        });
    }

    private static Stream<Identifier> names(Situation situation, Function<Change, Stream<Identifier>> name) {
        return situation.migration().stream().flatMap(name);
    }

    private static Stream<Identifier> dropped(Change change, QualifiedName table) {
        return change instanceof DropColumn drop && drop.table().equals(table)
                ? Stream.of(drop.column())
                : Stream.empty();
    }

    private static Stream<Identifier> added(Change change, QualifiedName table) {
        return change instanceof AddColumn add && add.table().equals(table)
                ? Stream.of(add.column().name())
                : Stream.empty();
    }
}
