package dev.godwit.traffic.manoeuvre;

import static dev.godwit.SequenceSpec.incrementBy;
import static dev.godwit.Types.bigint;

import dev.godwit.Migration;
import dev.godwit.NewTable;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keys that the database makes come from a sequence. MySQL cannot make a column {@code auto_increment} beside its users. */
public final class DrawKeys {

    private DrawKeys() {}

    static Manoeuvre manoeuvre() {
        return new Manoeuvre(
                        "draw-keys",
                        new Begin(),
                        new Change(),
                        Map.of(),
                        Release.of(Before.class, Before::new, NEVER),
                        Release.of(After.class, After::new, NEVER))
                .oneWayOn(DatabaseKind.MYSQL);
    }

    private static final String NEVER = "select count(*) from customers where stamp is null";

    public static final class Begin extends Start {
        @Override
        protected void columns(NewTable customers) {
            // The key is what this is about.
        }
    }

    public static final class Change implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createSequence("customers_seq", incrementBy(50));
            schema.table("customers").alterColumn("id", bigint().notNull().identity(), bigint().notNull());
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers")
                    .alterColumn("id", bigint().notNull(), bigint().notNull().identity());
            schema.dropSequence("customers_seq");
        }
    }

    /** Leaves its key to the database. */
    @Entity(name = "Customer")
    @Table(name = "customers")
    public static class Before extends NumberedCustomer {
        @Override
        protected void describe(long stamp) {}

        @Override
        protected boolean isDescribedBy(long stamp) {
            return true;
        }
    }

    /** Draws it. */
    @Entity(name = "Customer")
    @Table(name = "customers")
    public static class After extends Customer {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customers")
        @SequenceGenerator(name = "customers", sequenceName = "customers_seq")
        private @Nullable Long id;

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
}
