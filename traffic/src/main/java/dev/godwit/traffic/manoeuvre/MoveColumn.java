package dev.godwit.traffic.manoeuvre;

import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.varchar;
import static dev.godwit.schema.ForeignKey.Action.CASCADE;

import dev.godwit.Migration;
import dev.godwit.NewTable;
import dev.godwit.SchemaChanges;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** A column moves to a table that is there, and has a row for each customer that both versions write. */
public final class MoveColumn {

    private MoveColumn() {}

    static Manoeuvre manoeuvre() {
        return new Manoeuvre(
                "move-column",
                new Begin(),
                new Change(),
                Map.of("bio", MoveColumn::bio),
                List.of("insert into profiles (customer_id, motto) select id, concat('m', stamp) from customers"),
                Release.of(Before.class, Before::new, disagreeing("c.bio"))
                        .with(OldProfile.class)
                        .readWith("profile"),
                Release.of(After.class, After::new, disagreeing("p.bio"))
                        .with(NewProfile.class)
                        .readWith("profile"));
    }

    private static String bio(long stamp) {
        return "b" + stamp;
    }

    private static String motto(long stamp) {
        return "m" + stamp;
    }

    private static String disagreeing(String bio) {
        return """
                select count(*) from customers c left join profiles p on p.customer_id = c.id \
                where %1$s is null or %1$s <> concat('b', c.stamp) or p.motto is null or p.motto <> concat('m', c.stamp)""".formatted(bio);
    }

    public static final class Begin extends Start {
        @Override
        protected void columns(NewTable customers) {
            customers.column("bio", varchar(100).notNull());
        }

        @Override
        protected void others(SchemaChanges schema) {
            schema.createTable(
                    "profiles",
                    t -> t.column("customer_id", bigint().notNull())
                            .column("motto", varchar(100).notNull())
                            .primaryKey("customer_id")
                            .foreignKey(
                                    "fk_profiles_customer",
                                    foreignKey("customer_id")
                                            .references("customers", "id")
                                            .onDelete(CASCADE)));
        }

        @Override
        protected void withoutOthers(SchemaChanges schema) {
            schema.dropTable("profiles");
        }
    }

    public static final class Change implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("profiles").addColumn("bio", varchar(100).notNull(), "''");
            schema.moveValues(
                    "customers", "profiles", v -> v.join("id", "customer_id").column("bio"));
            schema.table("customers").dropColumn("bio");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").addColumn("bio", varchar(100).notNull(), "''");
            schema.moveValues(
                    "profiles", "customers", v -> v.join("customer_id", "id").column("bio"));
            schema.table("profiles").dropColumn("bio");
        }
    }

    /** Has it beside the profile. */
    @Entity(name = "Customer")
    @Table(name = "customers")
    public static class Before extends NumberedCustomer {
        @Column(nullable = false, length = 100)
        private String bio = "";

        // Read when its customer is locked, not before.
        @OneToOne(mappedBy = "customer", cascade = CascadeType.ALL)
        @Fetch(FetchMode.SELECT)
        private @Nullable OldProfile profile;

        @Override
        protected void describe(long stamp) {
            bio = MoveColumn.bio(stamp);
            if (profile == null) {
                profile = new OldProfile(this);
            }
            profile.motto = motto(stamp);
        }

        @Override
        protected boolean isDescribedBy(long stamp) {
            return bio.equals(MoveColumn.bio(stamp)) && profile != null && profile.motto.equals(motto(stamp));
        }
    }

    /** A profile without it. */
    @Entity(name = "Profile")
    @Table(name = "profiles")
    public static class OldProfile {
        @Id
        private @Nullable Long id;

        @OneToOne(optional = false)
        @MapsId
        @JoinColumn(name = "customer_id")
        private @Nullable Before customer;

        @Column(nullable = false, length = 100)
        private String motto = "";

        protected OldProfile() {}

        OldProfile(Before customer) {
            this.customer = customer;
        }
    }

    /** Has it in the profile. */
    @Entity(name = "Customer")
    @Table(name = "customers")
    public static class After extends NumberedCustomer {
        // Read when its customer is locked, not before.
        @OneToOne(mappedBy = "customer", cascade = CascadeType.ALL)
        @Fetch(FetchMode.SELECT)
        private @Nullable NewProfile profile;

        @Override
        protected void describe(long stamp) {
            if (profile == null) {
                profile = new NewProfile(this);
            }
            profile.bio = bio(stamp);
            profile.motto = motto(stamp);
        }

        @Override
        protected boolean isDescribedBy(long stamp) {
            return profile != null && profile.bio.equals(bio(stamp)) && profile.motto.equals(motto(stamp));
        }
    }

    /** A profile with it. */
    @Entity(name = "Profile")
    @Table(name = "profiles")
    public static class NewProfile {
        @Id
        private @Nullable Long id;

        @OneToOne(optional = false)
        @MapsId
        @JoinColumn(name = "customer_id")
        private @Nullable After customer;

        @Column(nullable = false, length = 100)
        private String bio = "";

        @Column(nullable = false, length = 100)
        private String motto = "";

        protected NewProfile() {}

        NewProfile(After customer) {
            this.customer = customer;
        }
    }
}
