package dev.godwit.traffic.manoeuvre;

import static dev.godwit.Types.varchar;

import dev.godwit.Migration;
import dev.godwit.NewTable;
import dev.godwit.SchemaChanges;
import dev.godwit.Transformation.Row;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;

/** An attribute is split into two by Java code, so that each version reads what the other has written a while later. */
public final class SplitByCode {

    private SplitByCode() {}

    static Manoeuvre manoeuvre() {
        return new Manoeuvre(
                        "split-by-code",
                        new Begin(),
                        new Change(),
                        Map.of("name", SplitByCode::whole),
                        Release.of(Before.class, Before::new, disagreeing("name")),
                        Release.of(After.class, After::new, disagreeing("concat(first_name, ' ', last_name)")))
                .lagging();
    }

    private static String whole(long stamp) {
        return "n" + stamp + " " + stamp % 1000;
    }

    /** Whether a name is that of any stamp, or what stands in for one in a row that the other version has added. */
    private static boolean isOfSomeStamp(String name) {
        if (name.isBlank()) {
            return true;
        }
        long stamp = Long.parseLong(name.substring(1, name.indexOf(' ')));
        return name.equals(whole(stamp));
    }

    private static String disagreeing(String name) {
        return "select count(*) from customers where %1$s is null or %1$s <> concat('n', stamp, ' ', mod(stamp, 1000))"
                .formatted(name);
    }

    public static final class Begin extends Start {
        @Override
        protected void columns(NewTable customers) {
            customers.column("name", varchar(100).notNull());
        }
    }

    public static final class Change implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers")
                    .addColumn("first_name", varchar(50).notNull(), "''")
                    .addColumn("last_name", varchar(50).notNull(), "''");
            schema.transform("customers", "id")
                    .read("name")
                    .write("first_name", "last_name")
                    .each((row, out) -> {
                        String[] parts = text(row, "name").split(" ");
                        out.set("first_name", parts[0]).set("last_name", parts[1]);
                    });
            schema.table("customers").dropColumn("name");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").addColumn("name", varchar(100).notNull(), "''");
            schema.transform("customers", "id")
                    .read("first_name", "last_name")
                    .write("name")
                    .each((row, out) -> out.set("name", text(row, "first_name") + " " + text(row, "last_name")));
            schema.table("customers").dropColumn("last_name").dropColumn("first_name");
        }

        private static String text(Row row, String column) {
            return row.text(column).orElseThrow();
        }
    }

    /** Has one name. */
    @Entity(name = "Customer")
    @Table(name = "customers")
    public static class Before extends NumberedCustomer {
        @Column(nullable = false, length = 100)
        private String name = "";

        @Override
        protected void describe(long stamp) {
            name = whole(stamp);
        }

        @Override
        protected boolean isDescribedBy(long stamp) {
            return isOfSomeStamp(name);
        }
    }

    /** Has two. */
    @Entity(name = "Customer")
    @Table(name = "customers")
    public static class After extends NumberedCustomer {
        @Column(name = "first_name", nullable = false, length = 50)
        private String firstName = "";

        @Column(name = "last_name", nullable = false, length = 50)
        private String lastName = "";

        @Override
        protected void describe(long stamp) {
            firstName = "n" + stamp;
            lastName = String.valueOf(stamp % 1000);
        }

        @Override
        protected boolean isDescribedBy(long stamp) {
            return isOfSomeStamp(firstName + " " + lastName);
        }
    }
}
