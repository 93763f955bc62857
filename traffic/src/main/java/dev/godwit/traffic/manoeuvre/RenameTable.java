package dev.godwit.traffic.manoeuvre;

import static dev.godwit.Types.varchar;

import dev.godwit.Migration;
import dev.godwit.NewTable;
import dev.godwit.SchemaChanges;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;

/** An entity gets another name, and its table with it. */
public final class RenameTable {

    private RenameTable() {}

    static Manoeuvre manoeuvre() {
        return new Manoeuvre(
                "rename-table",
                new Begin(),
                new Change(),
                Map.of("name", RenameTable::named),
                Release.of(Before.class, Before::new, disagreeing("customers"))
                        .searching("c.name = :value", RenameTable::named),
                Release.of(After.class, After::new, disagreeing("clients"))
                        .searching("c.name = :value", RenameTable::named));
    }

    private static String disagreeing(String table) {
        return "select count(*) from %s where name <> concat('n', stamp)".formatted(table);
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
            schema.renameTable("customers", "clients");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.renameTable("clients", "customers");
        }
    }

    /** Works on {@code customers}. */
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

    /** Works on {@code clients}. */
    @Entity(name = "Customer")
    @Table(name = "clients")
    public static class After extends NumberedCustomer {
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
}
