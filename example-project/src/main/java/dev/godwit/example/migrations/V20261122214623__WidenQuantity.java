package dev.godwit.example.migrations;

import static dev.godwit.Types.bigint;
import static dev.godwit.Types.integer;

import dev.godwit.Migration;
import dev.godwit.MigrationInfo;
import dev.godwit.SchemaChanges;

/**
 * Widen quantity. Why: Screws are sold by the million.
 * <ul>
 *   <li>order_lines: alter quantity from integer not null to bigint not null (copies or rewrites the table)
 * </ul>
 */
@MigrationInfo(
        version = "20261122214623",
        after = "20261122214610",
        description = "widen quantity"
)
public final class V20261122214623__WidenQuantity implements Migration {
    @Override
    public void up(SchemaChanges schema) {
        schema.table("order_lines").alterColumn("quantity", integer().notNull(), bigint().notNull());
    }

    @Override
    public void down(SchemaChanges schema) {
        schema.table("order_lines").alterColumn("quantity", bigint().notNull(), integer().notNull());
    }
}
