package dev.godwit.traffic.manoeuvre;

import static dev.godwit.Types.varchar;

import dev.godwit.Migration;
import dev.godwit.NewTable;
import dev.godwit.SchemaChanges;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;

/** An attribute, its required column and the index on it get another name. */
public final class RenameColumn {

    private RenameColumn() {}

    static Manoeuvre manoeuvre() {
        return new Manoeuvre(
                "rename-column",
                new Begin(),
                new Change(),
                Map.of("name", RenameColumn::named),
                Release.of(Before.class, Before::new, disagreeing("name"))
                        .searching("c.name = :value", RenameColumn::named),
                Release.of(After.class, After::new, disagreeing("full_name"))
                        .searching("c.fullName = :value", RenameColumn::named));
    }

    private static String disagreeing(String column) {
        return "select count(*) from customers where %1$s is null or %1$s <> concat('n', stamp)".formatted(column);
    }

    private static String named(long stamp) {
        return "n" + stamp;
    }

    public static final class Begin extends Start {
        @Override
        protected void columns(NewTable customers) {
            customers.column("name", varchar(100).notNull()).index("ix_customers_name", "name");
        }
    }

    public static final class Change implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").renameColumn("name", "full_name");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").renameColumn("full_name", "name");
        }
    }

    /** Writes {@code name}. */
    @Entity(name = "Customer")
    @Table(name = "customers")
    public static class Before extends NumberedCustomer {
        @Column(nullable = false, length = 100)
        private String name = "";

        @Override
        protected void describe(long stamp) {
            name = named(stamp);
        }

        @Override
        protected boolean isDescribedBy(long stamp) {
            return name.equals(named(stamp));
        }
    }

    /** Writes {@code full_name}. */
    @Entity(name = "Customer")
    @Table(name = "customers")
    public static class After extends NumberedCustomer {
        @Column(name = "full_name", nullable = false, length = 100)
        private String fullName = "";

        @Override
        protected void describe(long stamp) {
            fullName = named(stamp);
        }

        @Override
        protected boolean isDescribedBy(long stamp) {
            return fullName.equals(named(stamp));
        }
    }
}
