package dev.godwit.example.migrations;

import static dev.godwit.Types.varchar;

import dev.godwit.Migration;
import dev.godwit.MigrationInfo;
import dev.godwit.SchemaChanges;
import dev.godwit.Transformation;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Split address. Why: Shipping labels need street, city and postal code apart.
 * <ul>
 *   <li>customers: add postal_code varchar(20) (online)
 *   <li>customers: add city varchar(100) (online)
 *   <li>customers: add street varchar(200) (online)
 *   <li>customers: compute street, city, postal_code from address in Java, and back
 *   <li>customers: drop column address (loses data)
 * </ul>
 */
@MigrationInfo(
        version = "20261122214734",
        after = "20261122214623",
        description = "split address"
)
public final class V20261122214734__SplitAddress implements Migration {
    @Override
    public void up(SchemaChanges schema) {
        schema.table("customers")
                .addColumn("postal_code", varchar(20))
                .addColumn("city", varchar(100))
                .addColumn("street", varchar(200));
        schema.transform("customers", "id")
                .read("address")
                .write("street", "city", "postal_code")
                .each((row, out) -> row.text("address").ifPresent(address -> split(address, out)));
        schema.table("customers").dropColumn("address");
    }

    @Override
    public void down(SchemaChanges schema) {
        schema.table("customers").addColumn("address", varchar(400));
        schema.transform("customers", "id")
                .read("street", "city", "postal_code")
                .write("address")
                .each((row, out) -> join(row).ifPresent(address -> out.set("address", address)));
        schema.table("customers")
                .dropColumn("city")
                .dropColumn("postal_code")
                .dropColumn("street");
    }

    /** Everything before the last two commas is the street; what has fewer commas is all street. */
    private static void split(String address, Transformation.Output out) {
        String[] part = address.split(",(?=[^,]*,[^,]*$)|,(?=[^,]*$)");
        out.set("street", part[0].strip());
        if (part.length == 3) {
            out.set("city", part[1].strip()).set("postal_code", part[2].strip());
        }
    }

    private static Optional<String> join(Transformation.Row row) {
        String address = Stream.of("street", "city", "postal_code")
                .flatMap(column -> row.text(column).stream())
                .collect(Collectors.joining(", "));
        return address.isEmpty() ? Optional.empty() : Optional.of(address);
    }
}
