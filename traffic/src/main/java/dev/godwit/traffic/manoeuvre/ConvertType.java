package dev.godwit.traffic.manoeuvre;

import static dev.godwit.Types.integer;
import static dev.godwit.Types.varchar;

import dev.godwit.Migration;
import dev.godwit.NewTable;
import dev.godwit.SchemaChanges;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;

/** An attribute of type String becomes a number, in a column of another name. */
public final class ConvertType {

    private ConvertType() {}

    static Manoeuvre manoeuvre() {
        return new Manoeuvre(
                "convert-type",
                new Begin(),
                new Change(),
                Map.of("points", stamp -> String.valueOf(stamp % POINTS)),
                Release.of(
                        Before.class,
                        Before::new,
                        "select count(*) from customers where points is null or points <> concat('', mod(stamp, %d))"
                                .formatted(POINTS)),
                Release.of(
                        After.class,
                        After::new,
                        "select count(*) from customers where score is null or score <> mod(stamp, %d)"
                                .formatted(POINTS)));
    }

    private static final int POINTS = 1_000_000;

    public static final class Begin extends Start {
        @Override
        protected void columns(NewTable customers) {
            customers.column("points", varchar(20).notNull());
        }
    }

    public static final class Change implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers")
                    .addColumn("score", integer().notNull(), "cast(points as decimal(10))")
                    .dropColumn("points");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers")
                    .addColumn("points", varchar(20).notNull(), "concat('', score)")
                    .dropColumn("score");
        }
    }

    /** Writes numbers as text. */
    @Entity(name = "Customer")
    @Table(name = "customers")
    public static class Before extends NumberedCustomer {
        @Column(nullable = false, length = 20)
        private String points = "";

        @Override
        protected void describe(long stamp) {
            points = String.valueOf(stamp % POINTS);
        }

        @Override
        protected boolean isDescribedBy(long stamp) {
            return points.equals(String.valueOf(stamp % POINTS));
        }
    }

    /** Counts. */
    @Entity(name = "Customer")
    @Table(name = "customers")
    public static class After extends NumberedCustomer {
        @Column(name = "score", nullable = false)
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
}
