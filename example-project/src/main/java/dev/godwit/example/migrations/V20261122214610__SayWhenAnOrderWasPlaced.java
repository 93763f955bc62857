package dev.godwit.example.migrations;

import dev.godwit.Migration;
import dev.godwit.MigrationInfo;
import dev.godwit.SchemaChanges;

/**
 * Say when an order was placed.
 * <ul>
 *   <li>orders: rename placed to placedAt (breaks the running version)
 * </ul>
 */
@MigrationInfo(
        version = "20261122214610",
        after = "20261122214510",
        description = "say when an order was placed"
)
public final class V20261122214610__SayWhenAnOrderWasPlaced implements Migration {
    @Override
    public void up(SchemaChanges schema) {
        schema.table("orders").renameColumn("placed", "placedAt");
    }

    @Override
    public void down(SchemaChanges schema) {
        schema.table("orders").renameColumn("placedAt", "placed");
    }
}
