package dev.godwit.traffic.manoeuvre;

import static dev.godwit.Types.enumOf;

import dev.godwit.Migration;
import dev.godwit.NewTable;
import dev.godwit.SchemaChanges;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Map;

/** A constant of an enum gets another name, in a column of another name: each version reads its own. */
public final class RenameEnumValue {

    private RenameEnumValue() {}

    static Manoeuvre manoeuvre() {
        return new Manoeuvre(
                "rename-enum-value",
                new Begin(),
                new Change(),
                Map.of("tier", stamp -> Old.of(stamp).name()),
                Release.of(Before.class, Before::new, disagreeing("tier", "BASIC")),
                Release.of(After.class, After::new, disagreeing("level", "PLAIN")));
    }

    private static String disagreeing(String column, String even) {
        return "select count(*) from customers where %1$s is null or %1$s <> case mod(stamp, 2) when 0 then '%2$s' else 'PRO' end"
                .formatted(column, even);
    }

    public enum Old {
        BASIC,
        PRO;

        static Old of(long stamp) {
            return stamp % 2 == 0 ? BASIC : PRO;
        }
    }

    public enum Young {
        PLAIN,
        PRO;

        static Young of(long stamp) {
            return stamp % 2 == 0 ? PLAIN : PRO;
        }
    }

    public static final class Begin extends Start {
        @Override
        protected void columns(NewTable customers) {
            customers.column("tier", enumOf("BASIC", "PRO").notNull());
        }
    }

    public static final class Change implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers")
                    .addColumn(
                            "level",
                            enumOf("PLAIN", "PRO").notNull(),
                            "case tier when 'BASIC' then 'PLAIN' else 'PRO' end")
                    .dropColumn("tier");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers")
                    .addColumn(
                            "tier",
                            enumOf("BASIC", "PRO").notNull(),
                            "case level when 'PLAIN' then 'BASIC' else 'PRO' end")
                    .dropColumn("level");
        }
    }

    /** Calls it BASIC. */
    @Entity(name = "Customer")
    @Table(name = "customers")
    public static class Before extends NumberedCustomer {
        @Enumerated(EnumType.STRING)
        @Column(nullable = false)
        private Old tier = Old.BASIC;

        @Override
        protected void describe(long stamp) {
            tier = Old.of(stamp);
        }

        @Override
        protected boolean isDescribedBy(long stamp) {
            return tier == Old.of(stamp);
        }
    }

    /** Calls it PLAIN. */
    @Entity(name = "Customer")
    @Table(name = "customers")
    public static class After extends NumberedCustomer {
        @Enumerated(EnumType.STRING)
        @Column(name = "level", nullable = false)
        private Young tier = Young.PLAIN;

        @Override
        protected void describe(long stamp) {
            tier = Young.of(stamp);
        }

        @Override
        protected boolean isDescribedBy(long stamp) {
            return tier == Young.of(stamp);
        }
    }
}
