package dev.godwit.traffic.manoeuvre;

import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.integer;
import static dev.godwit.schema.ForeignKey.Action.CASCADE;

import dev.godwit.ColumnSpec;
import dev.godwit.Migration;
import dev.godwit.NewTable;
import dev.godwit.SchemaChanges;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of customers and accounts become long ones, and what refers to them with them. */
public final class WidenKey {

    private WidenKey() {}

    static Manoeuvre manoeuvre() {
        return new Manoeuvre(
                "widen-key",
                new Begin(),
                new Change(),
                Map.of(),
                Release.of(Before.class, Before::new, NONE_DISAGREES).keyedBy(Math::toIntExact),
                Release.of(After.class, After::new, NONE_DISAGREES));
    }

    /** Nothing but references can disagree, which the foreign key sees to while it stands. */
    private static final String NONE_DISAGREES =
            "select count(*) from customers c where not exists (select 1 from accounts a where a.id = c.account_id)";

    public static final class Begin extends Start {
        @Override
        protected ColumnSpec number() {
            return integer();
        }

        @Override
        protected void columns(NewTable customers) {}
    }

    /** As it is generated: the foreign key makes way. */
    public static final class Change implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").dropForeignKey("fk_customers_account");
            schema.table("accounts")
                    .alterColumn(
                            "id",
                            integer().notNull().identity(),
                            bigint().notNull().identity());
            schema.table("customers")
                    .alterColumn(
                            "id",
                            integer().notNull().identity(),
                            bigint().notNull().identity())
                    .alterColumn("account_id", integer().notNull(), bigint().notNull())
                    .addForeignKey(
                            "fk_customers_account",
                            foreignKey("account_id")
                                    .references("accounts", "id")
                                    .onDelete(CASCADE));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").dropForeignKey("fk_customers_account");
            schema.table("accounts")
                    .alterColumn(
                            "id",
                            bigint().notNull().identity(),
                            integer().notNull().identity());
            schema.table("customers")
                    .alterColumn(
                            "id",
                            bigint().notNull().identity(),
                            integer().notNull().identity())
                    .alterColumn("account_id", bigint().notNull(), integer().notNull())
                    .addForeignKey(
                            "fk_customers_account",
                            foreignKey("account_id")
                                    .references("accounts", "id")
                                    .onDelete(CASCADE));
        }
    }

    /** Is numbered in int. */
    @Entity(name = "Customer")
    @Table(name = "customers")
    public static class Before extends Customer {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private @Nullable Integer id;

        @Override
        public long number() {
            return id == null ? 0 : id;
        }

        @Override
        protected void describe(long stamp) {}

        @Override
        protected boolean isDescribedBy(long stamp) {
            return true;
        }
    }

    /** Is numbered in long. */
    @Entity(name = "Customer")
    @Table(name = "customers")
    public static class After extends NumberedCustomer {
        @Override
        protected void describe(long stamp) {}

        @Override
        protected boolean isDescribedBy(long stamp) {
            return true;
        }
    }
}
