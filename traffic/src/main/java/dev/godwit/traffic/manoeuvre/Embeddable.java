package dev.godwit.traffic.manoeuvre;

import static dev.godwit.Types.varchar;

import dev.godwit.Migration;
import dev.godwit.NewTable;
import dev.godwit.SchemaChanges;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two attributes move into an embeddable, whose columns have other names. */
public final class Embeddable {

    private Embeddable() {}

    static Manoeuvre manoeuvre() {
        return new Manoeuvre(
                "embeddable",
                new Begin(),
                new Change(),
                Map.of("street", Embeddable::street, "city", Embeddable::city),
                Release.of(Before.class, Before::new, disagreeing("street", "city")),
                Release.of(After.class, After::new, disagreeing("address_street", "address_city")));
    }

    private static String street(long stamp) {
        return "s" + stamp;
    }

    private static String city(long stamp) {
        return "c" + stamp % 1000;
    }

    private static String disagreeing(String street, String city) {
        return "select count(*) from customers where %1$s <> concat('s', stamp) or %2$s <> concat('c', mod(stamp, 1000)) or %1$s is null or %2$s is null"
                .formatted(street, city);
    }

    /** Where a customer lives. */
    @jakarta.persistence.Embeddable
    public static class Address {
        @Column(name = "address_street", nullable = false, length = 100)
        private String street = "";

        @Column(name = "address_city", length = 50)
        private @Nullable String city;
    }

    public static final class Begin extends Start {
        @Override
        protected void columns(NewTable customers) {
            customers.column("street", varchar(100).notNull()).column("city", varchar(50));
        }
    }

    public static final class Change implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").renameColumn("street", "address_street").renameColumn("city", "address_city");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").renameColumn("address_city", "city").renameColumn("address_street", "street");
        }
    }

    /** Has street and city. */
    @Entity(name = "Customer")
    @Table(name = "customers")
    public static class Before extends NumberedCustomer {
        @Column(nullable = false, length = 100)
        private String street = "";

        @Column(length = 50)
        private @Nullable String city;

        @Override
        protected void describe(long stamp) {
            street = Embeddable.street(stamp);
            city = city(stamp);
        }

        @Override
        protected boolean isDescribedBy(long stamp) {
            return street.equals(street(stamp)) && city(stamp).equals(city);
        }
    }

    /** Has an address. */
    @Entity(name = "Customer")
    @Table(name = "customers")
    public static class After extends NumberedCustomer {
        @Embedded
        private Address address = new Address();

        @Override
        protected void describe(long stamp) {
            address = new Address();
            address.street = street(stamp);
            address.city = city(stamp);
        }

        @Override
        protected boolean isDescribedBy(long stamp) {
            return address.street.equals(street(stamp)) && city(stamp).equals(address.city);
        }
    }
}
