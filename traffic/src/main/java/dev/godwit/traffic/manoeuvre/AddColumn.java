package dev.godwit.traffic.manoeuvre;

import static dev.godwit.Types.integer;

import dev.godwit.Migration;
import dev.godwit.NewTable;
import dev.godwit.SchemaChanges;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;

/** An attribute with a default is added; nothing has to be kept in step. */
public final class AddColumn {

    private AddColumn() {}

    static Manoeuvre manoeuvre() {
        return new Manoeuvre(
                "add-column",
                new Begin(),
                new Change(),
                Map.of(),
                Release.of(Before.class, Before::new, "select count(*) from customers where stamp < 0"),
                Release.of(After.class, After::new, "select count(*) from customers where level not between 0 and 6"));
    }

    public static final class Begin extends Start {
        @Override
        protected void columns(NewTable customers) {}
    }

    public static final class Change implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").addColumn("level", integer().notNull().defaultValue("0"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").dropColumn("level");
        }
    }

    /** Knows of no level. */
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

    /** Has a level; where the old version wrote, it may be an older one. */
    @Entity(name = "Customer")
    @Table(name = "customers")
    public static class After extends NumberedCustomer {
        @Column(nullable = false)
        private int level;

        @Override
        protected void describe(long stamp) {
            level = (int) (stamp % 7);
        }

        @Override
        protected boolean isDescribedBy(long stamp) {
            return level >= 0 && level < 7;
        }
    }
}
