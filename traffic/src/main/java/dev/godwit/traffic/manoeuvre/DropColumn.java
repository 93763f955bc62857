package dev.godwit.traffic.manoeuvre;

import static dev.godwit.Types.varchar;

import dev.godwit.Migration;
import dev.godwit.NewTable;
import dev.godwit.SchemaChanges;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;

/** A required attribute goes. */
public final class DropColumn {

    private DropColumn() {}

    static Manoeuvre manoeuvre() {
        return new Manoeuvre(
                "drop-column",
                new Begin(),
                new Change(),
                Map.of("code", stamp -> "c" + stamp),
                Release.of(
                        Before.class,
                        Before::new,
                        "select count(*) from customers where code is null or code not like 'c%'"),
                Release.of(After.class, After::new, "select count(*) from customers where stamp < 0"));
    }

    public static final class Begin extends Start {
        @Override
        protected void columns(NewTable customers) {
            customers.column("code", varchar(100).notNull());
        }
    }

    public static final class Change implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").dropColumn("code");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").addColumn("code", varchar(100).notNull(), "concat('c', stamp)");
        }
    }

    /** Has a code; where the new version wrote last, it may be an older one. */
    @Entity(name = "Customer")
    @Table(name = "customers")
    public static class Before extends NumberedCustomer {
        @Column(nullable = false, length = 100)
        private String code = "";

        @Override
        protected void describe(long stamp) {
            code = "c" + stamp;
        }

        @Override
        protected boolean isDescribedBy(long stamp) {
            return code.startsWith("c");
        }
    }

    /** Knows of no code. */
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
