package shop;

import static dev.godwit.Types.varchar;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;

/** Has nothing to contract. */
public final class V20260101000002__Phone implements Migration {

    @Override
    public void up(SchemaChanges schema) {
        schema.table("customers").addColumn("phone", varchar(20));
    }

    @Override
    public void down(SchemaChanges schema) {
        schema.table("customers").dropColumn("phone");
    }
}
