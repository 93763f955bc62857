package dev.godwit.engine.chains;

import static dev.godwit.CheckSpec.check;
import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.KeySpec.key;
import static dev.godwit.SequenceSpec.incrementBy;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.bool;
import static dev.godwit.Types.enumOf;
import static dev.godwit.Types.json;
import static dev.godwit.Types.numeric;
import static dev.godwit.Types.timestampUtc;
import static dev.godwit.Types.uuid;
import static dev.godwit.Types.varchar;
import static dev.godwit.change.DatabaseKind.H2;
import static dev.godwit.change.DatabaseKind.MARIADB;
import static dev.godwit.change.DatabaseKind.MYSQL;
import static dev.godwit.change.DatabaseKind.POSTGRESQL;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import java.util.List;
import java.util.function.Consumer;

/** One chain for every database: what differs between products is stated once, where no type or expression hides it. */
final class TwentyMigrations {

    private TwentyMigrations() {}

    /** After so many come rows. */
    static final int BEFORE_ROWS = 3;

    static List<Class<? extends Migration>> all() {
        return List.of(
                Customers.class,
                Orders.class,
                OrdersOfCustomers.class,
                PublicId.class,
                PublicIdRequired.class,
                TierColumn.class,
                Active.class,
                Profile.class,
                Number.class,
                LongerNumber.class,
                NumberOfEachOrder.class,
                NumberRequired.class,
                Total.class,
                LargerTotal.class,
                Placed.class,
                FullName.class,
                FirstAndLastName.class,
                Tags.class,
                TotalNotNegative.class,
                Purchases.class);
    }

    /** A migration of two halves. */
    private abstract static class Halves implements Migration {

        private final Consumer<SchemaChanges> up;
        private final Consumer<SchemaChanges> down;

        Halves(Consumer<SchemaChanges> up, Consumer<SchemaChanges> down) {
            this.up = up;
            this.down = down;
        }

        @Override
        public final void up(SchemaChanges schema) {
            up.accept(schema);
        }

        @Override
        public final void down(SchemaChanges schema) {
            down.accept(schema);
        }
    }

    public static final class Customers extends Halves {
        public Customers() {
            super(
                    schema -> schema.createTable(
                            "customers",
                            t -> t.column("id", bigint().notNull().identity())
                                    .column("name", varchar(80).notNull())
                                    .primaryKey("id")),
                    schema -> schema.dropTable("customers"));
        }
    }

    public static final class Orders extends Halves {
        public Orders() {
            super(
                    schema -> {
                        schema.createSequence("orders_seq", incrementBy(50));
                        schema.createTable(
                                "orders",
                                t -> t.column("id", bigint().notNull())
                                        .column("customer_id", bigint().notNull())
                                        .primaryKey("id"));
                    },
                    schema -> {
                        schema.dropTable("orders");
                        schema.dropSequence("orders_seq");
                    });
        }
    }

    public static final class OrdersOfCustomers extends Halves {
        public OrdersOfCustomers() {
            super(
                    schema -> schema.table("orders")
                            .addIndex("ix_orders_customer", "customer_id")
                            .addForeignKey(
                                    "fk_orders_customer",
                                    foreignKey("customer_id").references("customers", "id")),
                    schema -> schema.table("orders")
                            .dropForeignKey("fk_orders_customer")
                            .dropIndex("ix_orders_customer"));
        }
    }

    /** Each product makes a UUID by a function of its own. */
    public static final class PublicId extends Halves {
        public PublicId() {
            super(
                    schema -> {
                        schema.table("customers").addColumn("public_id", uuid());
                        schema.sql("update customers set public_id = gen_random_uuid() where public_id is null")
                                .on(POSTGRESQL)
                                .noSchemaEffect()
                                .idempotent();
                        schema.sql("update customers set public_id = random_uuid() where public_id is null")
                                .on(H2)
                                .noSchemaEffect()
                                .idempotent();
                        schema.sql("update customers set public_id = uuid() where public_id is null")
                                .on(MARIADB)
                                .noSchemaEffect()
                                .idempotent();
                        schema.sql("update customers set public_id = uuid_to_bin(uuid()) where public_id is null")
                                .on(MYSQL)
                                .noSchemaEffect()
                                .idempotent();
                    },
                    schema -> schema.table("customers").dropColumn("public_id"));
        }
    }

    public static final class PublicIdRequired extends Halves {
        public PublicIdRequired() {
            super(
                    schema -> schema.table("customers")
                            .alterColumn("public_id", uuid(), uuid().notNull())
                            .addUnique(key("public_id").named("uk_customers_public_id")),
                    schema -> schema.table("customers")
                            .dropUnique(key("public_id").named("uk_customers_public_id"))
                            .alterColumn("public_id", uuid().notNull(), uuid()));
        }
    }

    public static final class TierColumn extends Halves {
        public TierColumn() {
            super(
                    schema -> schema.table("customers")
                            .addColumn(
                                    "tier",
                                    enumOf("BRONZE", "GOLD", "SILVER").notNull().defaultValue("BRONZE")),
                    schema -> schema.table("customers").dropColumn("tier"));
        }
    }

    public static final class Active extends Halves {
        public Active() {
            super(
                    schema -> schema.table("customers").addColumn("active", bool().notNull(), "id is not null"),
                    schema -> schema.table("customers").dropColumn("active"));
        }
    }

    public static final class Profile extends Halves {
        public Profile() {
            super(
                    schema -> schema.table("customers").addColumn("profile", json()),
                    schema -> schema.table("customers").dropColumn("profile"));
        }
    }

    public static final class Number extends Halves {
        public Number() {
            super(
                    schema -> schema.table("orders").addColumn("number", varchar(12)),
                    schema -> schema.table("orders").dropColumn("number"));
        }
    }

    public static final class LongerNumber extends Halves {
        public LongerNumber() {
            super(
                    schema -> schema.table("orders").alterColumn("number", varchar(12), varchar(20)),
                    schema -> schema.table("orders").alterColumn("number", varchar(20), varchar(12)));
        }
    }

    public static final class NumberOfEachOrder extends Halves {
        public NumberOfEachOrder() {
            super(schema -> schema.table("orders").backfill("number", "concat('N', id)"), schema -> {});
        }
    }

    public static final class NumberRequired extends Halves {
        public NumberRequired() {
            super(
                    schema -> schema.table("orders")
                            .alterColumn("number", varchar(20), varchar(20).notNull())
                            .addUnique(key("number").named("uk_orders_number")),
                    schema -> schema.table("orders")
                            .dropUnique(key("number").named("uk_orders_number"))
                            .alterColumn("number", varchar(20).notNull(), varchar(20)));
        }
    }

    public static final class Total extends Halves {
        public Total() {
            super(
                    schema -> schema.table("orders").addColumn("total", numeric(10, 2)),
                    schema -> schema.table("orders").dropColumn("total"));
        }
    }

    public static final class LargerTotal extends Halves {
        public LargerTotal() {
            super(
                    schema -> schema.table("orders").alterColumn("total", numeric(10, 2), numeric(12, 2)),
                    schema -> schema.table("orders").alterColumn("total", numeric(12, 2), numeric(10, 2)));
        }
    }

    public static final class Placed extends Halves {
        public Placed() {
            super(
                    schema -> schema.table("orders").addColumn("placed_at", timestampUtc(6)),
                    schema -> schema.table("orders").dropColumn("placed_at"));
        }
    }

    public static final class FullName extends Halves {
        public FullName() {
            super(
                    schema -> schema.table("customers").renameColumn("name", "full_name"),
                    schema -> schema.table("customers").renameColumn("full_name", "name"));
        }
    }

    public static final class FirstAndLastName extends Halves {
        public FirstAndLastName() {
            super(
                    schema -> {
                        schema.table("customers")
                                .addColumn("first_name", varchar(80))
                                .addColumn("last_name", varchar(80));
                        schema.transform("customers", "id")
                                .read("full_name")
                                .write("first_name", "last_name")
                                .each((row, out) -> {
                                    String[] part =
                                            row.text("full_name").orElseThrow().split(" ", 2);
                                    out.set("first_name", part[0]).set("last_name", part[part.length - 1]);
                                });
                    },
                    schema -> schema.table("customers").dropColumn("last_name").dropColumn("first_name"));
        }
    }

    public static final class Tags extends Halves {
        public Tags() {
            super(
                    schema -> schema.createTable(
                            "tags",
                            t -> t.column("customer_id", bigint().notNull())
                                    .column("tag", varchar(40).notNull())
                                    .primaryKey("customer_id", "tag")
                                    .foreignKey(
                                            "fk_tags_customer",
                                            foreignKey("customer_id").references("customers", "id"))),
                    schema -> schema.dropTable("tags"));
        }
    }

    public static final class TotalNotNegative extends Halves {
        public TotalNotNegative() {
            super(
                    schema ->
                            schema.table("orders").addCheck(check("total >= 0").named("ck_orders_total")),
                    schema ->
                            schema.table("orders").dropCheck(check("total >= 0").named("ck_orders_total")));
        }
    }

    public static final class Purchases extends Halves {
        public Purchases() {
            super(
                    schema -> {
                        schema.renameTable("orders", "purchases");
                        schema.renameSequence("orders_seq", "purchases_seq");
                    },
                    schema -> {
                        schema.renameSequence("purchases_seq", "orders_seq");
                        schema.renameTable("purchases", "orders");
                    });
        }
    }
}
