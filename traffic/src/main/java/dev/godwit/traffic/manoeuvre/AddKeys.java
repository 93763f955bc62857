package dev.godwit.traffic.manoeuvre;

import static dev.godwit.CheckSpec.check;
import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.KeySpec.key;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.varchar;

import dev.godwit.Migration;
import dev.godwit.NewTable;
import dev.godwit.SchemaChanges;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;

/** A check, a unique key and a foreign key on columns that are there. */
public final class AddKeys {

    private AddKeys() {}

    static Manoeuvre manoeuvre() {
        return new Manoeuvre(
                "add-keys",
                new Begin(),
                new Change(),
                Map.of("code", stamp -> "c" + stamp, "referrer", stamp -> 1L),
                Release.of(Before.class, Before::new, DISAGREEING),
                Release.of(After.class, After::new, DISAGREEING));
    }

    private static final String DISAGREEING =
            "select count(*) from customers where code not like concat('c', stamp, '%')";

    public static final class Begin extends Start {
        @Override
        protected void columns(NewTable customers) {
            customers.column("code", varchar(100).notNull()).column("referrer", bigint());
        }
    }

    public static final class Change implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers")
                    .addCheck(check("code <> ''").named("ck_customers_code"))
                    .addUnique(key("code", "id").named("uk_customers_code"))
                    .addForeignKey(
                            "fk_customers_referrer", foreignKey("referrer").references("accounts", "id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers")
                    .dropForeignKey("fk_customers_referrer")
                    .dropUnique(key("code", "id").named("uk_customers_code"))
                    .dropCheck(check("code <> ''").named("ck_customers_code"));
        }
    }

    /** Keeps to the keys though there are none. */
    @Entity(name = "Customer")
    @Table(name = "customers")
    public static class Before extends NumberedCustomer {
        @Column(nullable = false, length = 100)
        private String code = "";

        private long referrer = 1;

        @Override
        protected void describe(long stamp) {
            code = "c" + stamp;
            referrer = 1;
        }

        @Override
        protected boolean isDescribedBy(long stamp) {
            return code.equals("c" + stamp) && referrer == 1;
        }
    }

    /** Relies on them. */
    @Entity(name = "Customer")
    @Table(name = "customers")
    public static class After extends NumberedCustomer {
        @Column(nullable = false, length = 100)
        private String code = "";

        private long referrer = 1;

        @Override
        protected void describe(long stamp) {
            code = "c" + stamp;
            referrer = 1;
        }

        @Override
        protected boolean isDescribedBy(long stamp) {
            return code.equals("c" + stamp) && referrer == 1;
        }
    }
}
