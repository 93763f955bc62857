package dev.godwit.traffic.manoeuvre;

import static dev.godwit.Types.bigint;
import static dev.godwit.Types.integer;

import dev.godwit.Migration;
import dev.godwit.NewTable;
import dev.godwit.SchemaChanges;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;

/** An attribute of type int becomes a long one. */
public final class WidenType {

    private WidenType() {}

    static Manoeuvre manoeuvre() {
        return new Manoeuvre(
                "widen-type",
                new Begin(),
                new Change(),
                Map.of("points", stamp -> (int) (stamp % POINTS)),
                Release.of(Before.class, Before::new, DISAGREEING)
                        .searching("c.points = :value", stamp -> (int) (stamp % POINTS)),
                Release.of(After.class, After::new, DISAGREEING)
                        .searching("c.points = :value", stamp -> stamp % POINTS));
    }

    private static final int POINTS = 1_000_000;
    private static final String DISAGREEING =
            "select count(*) from customers where points <> mod(stamp, " + POINTS + ")";

    public static final class Begin extends Start {
        @Override
        protected void columns(NewTable customers) {
            customers.column("points", integer().notNull()).index("ix_customers_points", "points");
        }
    }

    public static final class Change implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").alterColumn("points", integer().notNull(), bigint().notNull());
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers")
                    .alterColumn("points", bigint().notNull(), integer().notNull());
        }
    }

    /** Counts in int. */
    @Entity(name = "Customer")
    @Table(name = "customers")
    public static class Before extends NumberedCustomer {
        @Column(nullable = false)
        private int points;

        @Override
        protected void describe(long stamp) {
            points = (int) (stamp % POINTS);
        }

        @Override
        protected boolean isDescribedBy(long stamp) {
            return points == stamp % POINTS;
        }
    }

    /** Counts in long; while the old version lives, no further than it could. */
    @Entity(name = "Customer")
    @Table(name = "customers")
    public static class After extends NumberedCustomer {
        @Column(nullable = false)
        private long points;

        @Override
        protected void describe(long stamp) {
            points = stamp % POINTS;
        }

        @Override
        protected boolean isDescribedBy(long stamp) {
            return points == stamp % POINTS;
        }
    }
}
