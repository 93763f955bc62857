package dev.godwit.hazard;

import dev.godwit.change.Change;
import dev.godwit.change.CreateTable;
import dev.godwit.plan.Hazard;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Table;
import dev.godwit.schema.Type.Simple;
import java.util.List;
import java.util.Set;

/** Numbers of 32 bits run out, and widening them later writes the table and all that refer to it again. */
final class NarrowKey implements Rule {

    private static final Set<Simple.Kind> NARROW =
            Set.of(Simple.Kind.TINYINT, Simple.Kind.SMALLINT, Simple.Kind.INTEGER);

    @Override
    public List<Finding> check(Change change, Situation situation) {
        return change.accept(new NoFindings() {
            @Override
            public List<Finding> createTable(CreateTable change) {
                Table table = change.table();
                return table.primaryKey().filter(key -> key.columns().size() == 1).stream()
                        .map(key -> key.columns().get(0))
                        .filter(column ->
                                table.column(column).filter(NarrowKey::counts).isPresent())
                        .map(column -> finding(table, column, situation))
                        .toList();
            }
        });
    }

    private static boolean counts(Column column) {
        return column.identity() && column.type() instanceof Simple simple && NARROW.contains(simple.kind());
    }

    private static Finding finding(Table table, Identifier column, Situation situation) {
        return new Finding(
                "GW4124",
                Hazard.ONLINE,
                Ref.of(table.name(), column),
                situation.databases(),
                ("The generated key %s.%s has 32 bits or fewer. A long costs four bytes a row now; widening it once the "
                                + "numbers run out writes this table and all that refer to it again.")
                        .formatted(table.name(), column));
    }
}
