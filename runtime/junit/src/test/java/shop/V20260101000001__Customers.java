package shop;

import static dev.godwit.Types.bigint;
import static dev.godwit.Types.varchar;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;

public final class V20260101000001__Customers implements Migration {

    @Override
    public void up(SchemaChanges schema) {
        schema.createTable(
                "customers",
                t -> t.column("id", bigint().notNull())
                        .column("name", varchar(80).notNull())
                        .primaryKey("id"));
    }

    @Override
    public void down(SchemaChanges schema) {
        schema.dropTable("customers");
    }
}
