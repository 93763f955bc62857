package shop;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;

/** Spares the release before until it is contracted. */
public final class V20260101000003__RenameName implements Migration {

    @Override
    public void up(SchemaChanges schema) {
        schema.table("customers").renameColumn("name", "full_name");
    }

    @Override
    public void down(SchemaChanges schema) {
        schema.table("customers").renameColumn("full_name", "name");
    }
}
