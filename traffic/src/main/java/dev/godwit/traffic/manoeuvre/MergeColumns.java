package dev.godwit.traffic.manoeuvre;

import static dev.godwit.Types.varchar;

import dev.godwit.Migration;
import dev.godwit.NewTable;
import dev.godwit.SchemaChanges;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;

/** Two attributes become one. */
public final class MergeColumns {

    private MergeColumns() {}

    static Manoeuvre manoeuvre() {
        return new Manoeuvre(
                "merge-columns",
                new Begin(),
                new Change(),
                Map.of("first_name", stamp -> "n" + stamp, "last_name", stamp -> String.valueOf(stamp % 1000)),
                Release.of(Before.class, Before::new, disagreeing("concat(first_name, ' ', last_name)")),
                Release.of(After.class, After::new, disagreeing("name")));
    }

    private static String whole(long stamp) {
        return "n" + stamp + " " + stamp % 1000;
    }

    private static String disagreeing(String name) {
        return "select count(*) from customers where %1$s is null or %1$s <> concat('n', stamp, ' ', mod(stamp, 1000))"
                .formatted(name);
    }

    public static final class Begin extends Start {
        @Override
        protected void columns(NewTable customers) {
            customers
                    .column("first_name", varchar(50).notNull())
                    .column("last_name", varchar(50).notNull());
        }
    }

    public static final class Change implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers")
                    .addColumn("name", varchar(100).notNull(), "concat(first_name, ' ', last_name)")
                    .dropColumn("last_name")
                    .dropColumn("first_name");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers")
                    .addColumn("first_name", varchar(50).notNull(), "substring(name, 1, position(' ' in name) - 1)")
                    .addColumn("last_name", varchar(50).notNull(), "substring(name, position(' ' in name) + 1)")
                    .dropColumn("name");
        }
    }

    /** Has two names. */
    @Entity(name = "Customer")
    @Table(name = "customers")
    public static class Before extends NumberedCustomer {
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
            return (firstName + " " + lastName).equals(whole(stamp));
        }
    }

    /** Has one. */
    @Entity(name = "Customer")
    @Table(name = "customers")
    public static class After extends NumberedCustomer {
        @Column(nullable = false, length = 100)
        private String name = "";

        @Override
        protected void describe(long stamp) {
            name = whole(stamp);
        }

        @Override
        protected boolean isDescribedBy(long stamp) {
            return name.equals(whole(stamp));
        }
    }
}
