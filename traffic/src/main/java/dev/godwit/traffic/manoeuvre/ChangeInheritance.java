package dev.godwit.traffic.manoeuvre;

import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.integer;
import static dev.godwit.Types.varchar;
import static dev.godwit.schema.ForeignKey.Action.CASCADE;

import dev.godwit.Migration;
import dev.godwit.NewTable;
import dev.godwit.SchemaChanges;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** Customers, members and patrons of one table, or of one each: the strategy changes. */
public final class ChangeInheritance {

    private ChangeInheritance() {}

    static Manoeuvre toSingleTable() {
        return new Manoeuvre(
                "single-table",
                new BeginJoined(),
                new ToSingleTable(),
                Map.of("level", ChangeInheritance::level),
                List.of(
                        "insert into members (id, bio) select id, concat('b', stamp) from customers where level > 0",
                        "insert into patrons (id, gift) select id, concat('g', stamp) from customers where level > 1"),
                joined(),
                single());
    }

    static Manoeuvre toJoined() {
        return new Manoeuvre(
                "joined-tables",
                new BeginSingle(),
                new ToJoined(),
                Map.of(
                        "level", ChangeInheritance::level,
                        "dtype",
                                stamp -> List.of("Customer", "Member", "Patron").get(level(stamp)),
                        "bio", stamp -> level(stamp) > 0 ? "b" + stamp : null,
                        "gift", stamp -> level(stamp) > 1 ? "g" + stamp : null),
                single(),
                joined());
    }

    private static int level(long stamp) {
        return (int) (stamp % 3);
    }

    private static Release joined() {
        Supplier<JoinedCustomer> maker = inTurn(List.of(JoinedCustomer::new, JoinedMember::new, JoinedPatron::new));
        return Release.of(JoinedCustomer.class, maker, """
                        select count(*) from customers c left join members m on m.id = c.id left join patrons p on p.id = m.id \
                        where case when p.id is not null then 2 when m.id is not null then 1 else 0 end <> c.level \
                        or m.bio <> concat('b', c.stamp) or p.gift <> concat('g', c.stamp)""").with(JoinedMember.class, JoinedPatron.class);
    }

    private static Release single() {
        Supplier<SingleCustomer> maker = inTurn(List.of(SingleCustomer::new, SingleMember::new, SinglePatron::new));
        return Release.of(SingleCustomer.class, maker, """
                        select count(*) from customers where dtype <> case level when 0 then 'Customer' when 1 then 'Member' \
                        else 'Patron' end or coalesce(bio, '') <> case when level > 0 then concat('b', stamp) else '' end \
                        or coalesce(gift, '') <> case when level > 1 then concat('g', stamp) else '' end""").with(SingleMember.class, SinglePatron.class);
    }

    private static <C> Supplier<C> inTurn(List<Supplier<? extends C>> makers) {
        AtomicInteger made = new AtomicInteger();
        return () ->
                makers.get(Math.floorMod(made.getAndIncrement(), makers.size())).get();
    }

    private static void parts(SchemaChanges schema) {
        schema.createTable(
                "members",
                t -> t.column("id", bigint().notNull())
                        .column("bio", varchar(100).notNull())
                        .primaryKey("id")
                        .foreignKey(
                                "fk_members",
                                foreignKey("id").references("customers", "id").onDelete(CASCADE)));
        schema.createTable(
                "patrons",
                t -> t.column("id", bigint().notNull())
                        .column("gift", varchar(100).notNull())
                        .primaryKey("id")
                        .foreignKey(
                                "fk_patrons",
                                foreignKey("id").references("members", "id").onDelete(CASCADE)));
    }

    private static void merge(SchemaChanges schema) {
        schema.table("patrons").dropForeignKey("fk_patrons");
        schema.table("customers")
                .addColumn("dtype", varchar(31).notNull(), "'Customer'")
                .addColumn("bio", varchar(100))
                .addColumn("gift", varchar(100));
        schema.moveValues(
                "members", "customers", v -> v.join("id", "id").column("bio").marks("dtype", "Member"));
        schema.moveValues(
                "patrons", "customers", v -> v.join("id", "id").column("gift").marks("dtype", "Patron"));
        schema.dropTable("members");
        schema.dropTable("patrons");
    }

    private static void split(SchemaChanges schema) {
        parts(schema);
        schema.moveValues(
                "customers", "members", v -> v.join("id", "id").column("bio").newRows("dtype", "Member", "Patron"));
        schema.moveValues(
                "customers", "patrons", v -> v.join("id", "id").column("gift").newRows("dtype", "Patron"));
        schema.table("customers").dropColumn("bio").dropColumn("dtype").dropColumn("gift");
    }

    public static final class BeginJoined extends Start {
        @Override
        protected void columns(NewTable customers) {
            customers.column("level", integer().notNull());
        }

        @Override
        protected void others(SchemaChanges schema) {
            parts(schema);
        }

        @Override
        protected void withoutOthers(SchemaChanges schema) {
            schema.dropTable("patrons");
            schema.dropTable("members");
        }
    }

    public static final class BeginSingle extends Start {
        @Override
        protected void columns(NewTable customers) {
            customers
                    .column("level", integer().notNull())
                    .column("dtype", varchar(31).notNull())
                    .column("bio", varchar(100))
                    .column("gift", varchar(100));
        }
    }

    public static final class ToSingleTable implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            merge(schema);
        }

        @Override
        public void down(SchemaChanges schema) {
            split(schema);
        }
    }

    public static final class ToJoined implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            split(schema);
        }

        @Override
        public void down(SchemaChanges schema) {
            merge(schema);
        }
    }

    /** What tells of what class a customer was made, whatever the tables say. */
    @MappedSuperclass
    public abstract static class Levelled extends NumberedCustomer {
        @Column(nullable = false)
        private int level;

        Levelled(int level) {
            this.level = level;
        }

        @Override
        protected void describe(long stamp) {}

        final boolean isOf(int made) {
            return level == made;
        }
    }

    /** Has a table for each class. */
    @Entity(name = "Customer")
    @Table(name = "customers")
    @Inheritance(strategy = InheritanceType.JOINED)
    public static class JoinedCustomer extends Levelled {
        protected JoinedCustomer() {
            super(0);
        }

        JoinedCustomer(int level) {
            super(level);
        }

        @Override
        protected boolean isDescribedBy(long stamp) {
            return isOf(0);
        }
    }

    @Entity(name = "Member")
    @Table(name = "members")
    @PrimaryKeyJoinColumn(name = "id")
    @OnDelete(action = OnDeleteAction.CASCADE)
    public static class JoinedMember extends JoinedCustomer {
        @Column(nullable = false, length = 100)
        private String bio = "";

        protected JoinedMember() {
            super(1);
        }

        JoinedMember(int level) {
            super(level);
        }

        @Override
        protected void describe(long stamp) {
            bio = "b" + stamp;
        }

        @Override
        protected boolean isDescribedBy(long stamp) {
            return isOf(1) && hasBio(stamp);
        }

        final boolean hasBio(long stamp) {
            return bio.equals("b" + stamp);
        }
    }

    @Entity(name = "Patron")
    @Table(name = "patrons")
    @PrimaryKeyJoinColumn(name = "id")
    @OnDelete(action = OnDeleteAction.CASCADE)
    public static class JoinedPatron extends JoinedMember {
        @Column(nullable = false, length = 100)
        private String gift = "";

        protected JoinedPatron() {
            super(2);
        }

        @Override
        protected void describe(long stamp) {
            super.describe(stamp);
            gift = "g" + stamp;
        }

        @Override
        protected boolean isDescribedBy(long stamp) {
            return isOf(2) && hasBio(stamp) && gift.equals("g" + stamp);
        }
    }

    /** Has one table for all classes. */
    @Entity(name = "Customer")
    @Table(name = "customers")
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    public static class SingleCustomer extends Levelled {
        protected SingleCustomer() {
            super(0);
        }

        SingleCustomer(int level) {
            super(level);
        }

        @Override
        protected boolean isDescribedBy(long stamp) {
            return isOf(0);
        }
    }

    @Entity(name = "Member")
    public static class SingleMember extends SingleCustomer {
        @Column(nullable = false, length = 100)
        private String bio = "";

        protected SingleMember() {
            super(1);
        }

        SingleMember(int level) {
            super(level);
        }

        @Override
        protected void describe(long stamp) {
            bio = "b" + stamp;
        }

        @Override
        protected boolean isDescribedBy(long stamp) {
            return isOf(1) && hasBio(stamp);
        }

        final boolean hasBio(long stamp) {
            return bio.equals("b" + stamp);
        }
    }

    @Entity(name = "Patron")
    public static class SinglePatron extends SingleMember {
        @Column(nullable = false, length = 100)
        private String gift = "";

        protected SinglePatron() {
            super(2);
        }

        @Override
        protected void describe(long stamp) {
            super.describe(stamp);
            gift = "g" + stamp;
        }

        @Override
        protected boolean isDescribedBy(long stamp) {
            return isOf(2) && hasBio(stamp) && gift.equals("g" + stamp);
        }
    }
}
