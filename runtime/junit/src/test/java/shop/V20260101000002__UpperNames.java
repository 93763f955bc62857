package shop;

import static dev.godwit.Types.varchar;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;

public final class V20260101000002__UpperNames implements Migration {

    @Override
    public void up(SchemaChanges schema) {
        schema.table("customers").addColumn("upper_name", varchar(80));
        schema.transform("customers", "id").read("name").write("upper_name").each((row, out) -> {
            out.set("upper_name", Capitals.of(row.text("name").orElse("")));
        });
    }

    @Override
    public void down(SchemaChanges schema) {
        schema.table("customers").dropColumn("upper_name");
    }
}
