package dev.godwit.traffic.manoeuvre;

import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.varchar;
import static dev.godwit.schema.ForeignKey.Action.CASCADE;

import dev.godwit.Migration;
import dev.godwit.NewTable;
import dev.godwit.SchemaChanges;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.util.Map;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** A part of a table becomes a table of its own. */
public final class SplitTable {

    private SplitTable() {}

    static Manoeuvre manoeuvre() {
        return new Manoeuvre(
                "split-table",
                new Begin(),
                new Change(),
                Map.of("bio", SplitTable::bio),
                Release.of(Before.class, Before::new, disagreeing("customers c", "c.bio")),
                Release.of(
                                After.class,
                                After::new,
                                disagreeing(
                                        "customers c left join customer_details d on d.customer_id = c.id", "d.bio"))
                        .with(Details.class)
                        .readWith("details"));
    }

    private static String bio(long stamp) {
        return "b" + stamp;
    }

    private static String disagreeing(String from, String bio) {
        return "select count(*) from %s where %2$s is null or %2$s <> concat('b', stamp)".formatted(from, bio);
    }

    public static final class Begin extends Start {
        @Override
        protected void columns(NewTable customers) {
            customers.column("bio", varchar(100).notNull());
        }
    }

    public static final class Change implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "customer_details",
                    t -> t.column("customer_id", bigint().notNull())
                            .column("bio", varchar(100).notNull())
                            .primaryKey("customer_id")
                            .foreignKey(
                                    "fk_customer_details",
                                    foreignKey("customer_id")
                                            .references("customers", "id")
                                            .onDelete(CASCADE)));
            schema.moveValues(
                    "customers",
                    "customer_details",
                    v -> v.join("id", "customer_id").column("bio").newRows());
            schema.table("customers").dropColumn("bio");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").addColumn("bio", varchar(100).notNull(), "''");
            schema.moveValues(
                    "customer_details",
                    "customers",
                    v -> v.join("customer_id", "id").column("bio"));
            schema.dropTable("customer_details");
        }
    }

    /** Has it in the same table. */
    @Entity(name = "Customer")
    @Table(name = "customers")
    public static class Before extends NumberedCustomer {
        @Column(nullable = false, length = 100)
        private String bio = "";

        @Override
        protected void describe(long stamp) {
            bio = SplitTable.bio(stamp);
        }

        @Override
        protected boolean isDescribedBy(long stamp) {
            return bio.equals(SplitTable.bio(stamp));
        }
    }

    /** Has it in another one. */
    @Entity(name = "Customer")
    @Table(name = "customers")
    public static class After extends NumberedCustomer {
        // Read when its customer is locked, not before.
        @OneToOne(mappedBy = "customer", cascade = CascadeType.ALL)
        @Fetch(FetchMode.SELECT)
        private @Nullable Details details;

        @Override
        protected void describe(long stamp) {
            if (details == null) {
                details = new Details(this);
            }
            details.bio = bio(stamp);
        }

        @Override
        protected boolean isDescribedBy(long stamp) {
            return details != null && details.bio.equals(bio(stamp));
        }
    }

    /** What is known of a customer. */
    @Entity
    @Table(name = "customer_details")
    public static class Details {
        @Id
        private @Nullable Long id;

        @OneToOne(optional = false)
        @MapsId
        @JoinColumn(name = "customer_id")
        private @Nullable After customer;

        @Column(nullable = false, length = 100)
        private String bio = "";

        protected Details() {}

        Details(After customer) {
            this.customer = customer;
        }
    }
}
