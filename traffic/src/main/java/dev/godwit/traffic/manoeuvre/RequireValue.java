package dev.godwit.traffic.manoeuvre;

import static dev.godwit.Types.varchar;

import dev.godwit.Migration;
import dev.godwit.NewTable;
import dev.godwit.SchemaChanges;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An attribute that may be empty becomes a required one; an expression gives those that are empty a value. */
public final class RequireValue {

    private RequireValue() {}

    static Manoeuvre manoeuvre() {
        return new Manoeuvre(
                "require-value",
                new Begin(),
                new Change(),
                Map.of("name", RequireValue::named),
                Release.of(
                        Before.class, Before::new, "select count(*) from customers where name <> concat('n', stamp)"),
                Release.of(
                        After.class,
                        After::new,
                        "select count(*) from customers where name is null or name <> concat('n', stamp)"));
    }

    private static String named(long stamp) {
        return "n" + stamp;
    }

    public static final class Begin extends Start {
        @Override
        protected void columns(NewTable customers) {
            customers.column("name", varchar(100));
        }
    }

    public static final class Change implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers")
                    .backfill("name", "concat('n', stamp)")
                    .alterColumn("name", varchar(100), varchar(100).notNull());
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").alterColumn("name", varchar(100).notNull(), varchar(100));
        }
    }

    /** Leaves every second name empty. */
    @Entity(name = "Customer")
    @Table(name = "customers")
    public static class Before extends NumberedCustomer {
        @Column(length = 100)
        private @Nullable String name;

        @Override
        protected void describe(long stamp) {
            name = stamp % 2 == 0 ? null : named(stamp);
        }

        @Override
        protected boolean isDescribedBy(long stamp) {
            return name == null || name.equals(named(stamp));
        }
    }

    /** Always has a name. */
    @Entity(name = "Customer")
    @Table(name = "customers")
    public static class After extends NumberedCustomer {
        @Column(nullable = false, length = 100)
        private @Nullable String name;

        @Override
        protected void describe(long stamp) {
            name = named(stamp);
        }

        @Override
        protected boolean isDescribedBy(long stamp) {
            return Objects.equals(name, named(stamp));
        }
    }
}
