package dev.godwit.example.migrations;

import static dev.godwit.Types.enumOf;

import dev.godwit.Migration;
import dev.godwit.MigrationInfo;
import dev.godwit.SchemaChanges;

/**
 * Add loyalty tier. Why: Silver customers get free returns from March.
 * <ul>
 *   <li>customers: add loyalty_tier enum (BRONZE, SILVER, GOLD) not null default 'BRONZE' (online)
 * </ul>
 */
@MigrationInfo(
        version = "20261122214510",
        after = "20261122214418",
        description = "add loyalty tier"
)
public final class V20261122214510__AddLoyaltyTier implements Migration {
    @Override
    public void up(SchemaChanges schema) {
        schema.table("customers").addColumn("loyalty_tier", enumOf(20, "BRONZE", "SILVER", "GOLD").notNull().defaultValue("BRONZE"));
    }

    @Override
    public void down(SchemaChanges schema) {
        schema.table("customers").dropColumn("loyalty_tier");
    }
}
