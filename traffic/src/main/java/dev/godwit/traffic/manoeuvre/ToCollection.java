package dev.godwit.traffic.manoeuvre;

import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.varchar;
import static dev.godwit.schema.ForeignKey.Action.CASCADE;

import dev.godwit.Migration;
import dev.godwit.NewTable;
import dev.godwit.SchemaChanges;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A value becomes a collection: a set, of which Hibernate writes what has changed, or a bag, which it writes anew. The new
 * version has more in it than the value, which comes after it in the order.
 */
public final class ToCollection {

    private ToCollection() {}

    static Manoeuvre set() {
        return manoeuvre("collection", new ToSet(), Release.of(WithSet.class, WithSet::new, disagreeingElements()));
    }

    static Manoeuvre bag() {
        return manoeuvre("collection-bag", new ToBag(), Release.of(WithBag.class, WithBag::new, disagreeingElements()));
    }

    private static Manoeuvre manoeuvre(String name, Migration migration, Release after) {
        return new Manoeuvre(
                name,
                new Begin(),
                migration,
                Map.of("phone", ToCollection::phone),
                Release.of(
                        Before.class,
                        Before::new,
                        "select count(*) from customers where phone is null or phone <> concat('p', stamp)"),
                after.readWith("phones"));
    }

    private static String phone(long stamp) {
        return "p" + stamp;
    }

    private static String disagreeingElements() {
        return """
                select count(*) from (select c.id from customers c left join customer_phones p \
                on p.customer_id = c.id and p.phones like 'p%' group by c.id, c.stamp \
                having count(p.phones) <> 1 or min(p.phones) <> concat('p', c.stamp)) d""";
    }

    private static void change(Collection<String> phones, long stamp) {
        phones.removeIf(phone -> phone.startsWith("p"));
        String other = "q" + stamp % 3;
        if (!phones.contains(other)) {
            phones.add(other);
        }
        phones.add(phone(stamp));
    }

    private static boolean isWritten(Collection<String> phones, long stamp) {
        return phones.stream().filter(phone -> phone.startsWith("p")).toList().equals(List.of(phone(stamp)));
    }

    public static final class Begin extends Start {
        @Override
        protected void columns(NewTable customers) {
            customers.column("phone", varchar(20).notNull());
        }
    }

    /** To a table of elements. */
    abstract static class Change implements Migration {

        abstract void key(NewTable phones);

        @Override
        public final void up(SchemaChanges schema) {
            schema.createTable("customer_phones", t -> {
                t.column("customer_id", bigint().notNull())
                        .column("phones", varchar(20).notNull())
                        .foreignKey(
                                "fk_customer_phones",
                                foreignKey("customer_id")
                                        .references("customers", "id")
                                        .onDelete(CASCADE));
                key(t);
            });
            schema.moveValues(
                    "customers",
                    "customer_phones",
                    v -> v.join("id", "customer_id").column("phone", "phones").newRows());
            schema.table("customers").dropColumn("phone");
        }

        @Override
        public final void down(SchemaChanges schema) {
            schema.table("customers").addColumn("phone", varchar(20).notNull(), "''");
            schema.moveValues(
                    "customer_phones",
                    "customers",
                    v -> v.join("customer_id", "id").column("phones", "phone"));
            schema.dropTable("customer_phones");
        }
    }

    public static final class ToSet extends Change {
        @Override
        void key(NewTable phones) {
            phones.primaryKey("customer_id", "phones");
        }
    }

    public static final class ToBag extends Change {
        @Override
        void key(NewTable phones) {
            phones.index("ix_customer_phones", "customer_id");
        }
    }

    /** Has one. */
    @Entity(name = "Customer")
    @Table(name = "customers")
    public static class Before extends NumberedCustomer {
        @Column(nullable = false, length = 20)
        private String phone = "";

        @Override
        protected void describe(long stamp) {
            phone = phone(stamp);
        }

        @Override
        protected boolean isDescribedBy(long stamp) {
            return phone.equals(phone(stamp));
        }
    }

    /** Has several, each once. */
    @Entity(name = "Customer")
    @Table(name = "customers")
    public static class WithSet extends NumberedCustomer {
        @ElementCollection
        @CollectionTable(name = "customer_phones", joinColumns = @JoinColumn(name = "customer_id"))
        @Column(nullable = false, length = 20)
        private Set<String> phones = new HashSet<>();

        @Override
        protected void describe(long stamp) {
            change(phones, stamp);
        }

        @Override
        protected boolean isDescribedBy(long stamp) {
            return isWritten(phones, stamp);
        }
    }

    /** Has several. */
    @Entity(name = "Customer")
    @Table(name = "customers")
    public static class WithBag extends NumberedCustomer {
        @ElementCollection
        @CollectionTable(name = "customer_phones", joinColumns = @JoinColumn(name = "customer_id"))
        @Column(nullable = false, length = 20)
        private List<String> phones = new ArrayList<>();

        @Override
        protected void describe(long stamp) {
            change(phones, stamp);
        }

        @Override
        protected boolean isDescribedBy(long stamp) {
            return isWritten(phones, stamp);
        }
    }
}
