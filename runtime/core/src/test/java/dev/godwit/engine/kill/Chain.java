package dev.godwit.engine.kill;

import static dev.godwit.CheckSpec.check;
import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.KeySpec.key;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.integer;
import static dev.godwit.Types.numeric;
import static dev.godwit.Types.timestamp;
import static dev.godwit.Types.varchar;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.ledger.Fingerprint;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.Version;
import dev.godwit.recording.Recording;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Twenty varied migrations over tables that hold rows. */
final class Chain {

    /** How many come before the rows: those that create the first tables. */
    static final int BEFORE_ROWS = 2;

    /** System property: kill and crowd as often as the documentation says. */
    static final String FULL = "godwit.kill.full";

    private Chain() {}

    /** The version of the migration in this place, from 1. */
    static Version version(int number) {
        return new Version("20260101%06d".formatted(number));
    }

    static Ledger ledger() {
        Ledger ledger = Ledger.EMPTY;
        int number = 0;
        for (Class<? extends Migration> migration : migrations()) {
            number++;
            ledger = ledger.plus(version(number), migration.getName(), fingerprint(migration));
        }
        return ledger;
    }

    /** Writes the ledger to where another process can read it. */
    static Path write(Path directory) throws IOException {
        return Files.writeString(directory.resolve("migrations"), ledger().text());
    }

    private static Fingerprint fingerprint(Class<? extends Migration> migration) {
        try {
            Recording recording =
                    Recording.of(migration.getDeclaredConstructor().newInstance());
            return Fingerprint.of(recording.up(), recording.down());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Class<? extends Migration>> migrations() {
        return List.of(
                Customers.class,
                Orders.class,
                AddNote.class,
                AddTier.class,
                OrdersForeignKey.class,
                IndexName.class,
                UniqueEmail.class,
                CheckPoints.class,
                RenameNote.class,
                WidenRemark.class,
                BigPoints.class,
                SplitName.class,
                RequireFirstName.class,
                DropName.class,
                Products.class,
                Discount.class,
                RenameOrders.class,
                CommentTotal.class,
                RoundTotal.class,
                DropUnique.class);
    }

    public static final class Customers implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "customers",
                    t -> t.column("id", bigint().notNull())
                            .column("name", varchar(80).notNull())
                            .column("email", varchar(80).notNull())
                            .column("points", integer())
                            .primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("customers");
        }
    }

    public static final class Orders implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "orders",
                    t -> t.column("id", bigint().notNull())
                            .column("customer_id", bigint().notNull())
                            .column("total", numeric(12, 2))
                            .column("placed", timestamp(6))
                            .primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("orders");
        }
    }

    public static final class AddNote implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").addColumn("note", varchar(40));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").dropColumn("note");
        }
    }

    public static final class AddTier implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").addColumn("tier", varchar(20).notNull().defaultValue("BRONZE"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").dropColumn("tier");
        }
    }

    public static final class OrdersForeignKey implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("orders")
                    .addForeignKey(
                            "fk_orders_customer", foreignKey("customer_id").references("customers", "id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("orders").dropForeignKey("fk_orders_customer");
        }
    }

    public static final class IndexName implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").addIndex("ix_customers_name", "name");
            schema.table("orders").addIndex("ix_orders_placed", "placed");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("orders").dropIndex("ix_orders_placed");
            schema.table("customers").dropIndex("ix_customers_name");
        }
    }

    public static final class UniqueEmail implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").addUnique(key("email").named("uq_customers_email"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").dropUnique(key("email").named("uq_customers_email"));
        }
    }

    public static final class CheckPoints implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").addCheck(check("points >= 0").named("ck_customers_points"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").dropCheck(check("points >= 0").named("ck_customers_points"));
        }
    }

    public static final class RenameNote implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").renameColumn("note", "remark");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").renameColumn("remark", "note");
        }
    }

    public static final class WidenRemark implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").alterColumn("remark", varchar(40), varchar(200));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").alterColumn("remark", varchar(200), varchar(40));
        }
    }

    public static final class BigPoints implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").alterColumn("points", integer(), bigint());
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").alterColumn("points", bigint(), integer());
        }
    }

    public static final class SplitName implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").addColumn("first_name", varchar(80)).addColumn("last_name", varchar(80));
            schema.transform("customers", "id")
                    .read("name")
                    .write("first_name", "last_name")
                    .each((row, out) -> {
                        String[] part = row.text("name").orElse("").split(" ", 2);
                        out.set("first_name", part[0]);
                        out.set("last_name", part[part.length - 1]);
                    });
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").dropColumn("last_name").dropColumn("first_name");
        }
    }

    public static final class RequireFirstName implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers")
                    .alterColumn("first_name", varchar(80), varchar(80).notNull());
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").alterColumn("first_name", varchar(80).notNull(), varchar(80));
        }
    }

    public static final class DropName implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").dropIndex("ix_customers_name");
            schema.table("customers").dropColumn("name");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").addColumn("name", varchar(80).notNull(), "first_name");
            schema.table("customers").addIndex("ix_customers_name", "name");
        }
    }

    public static final class Products implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "products",
                    t -> t.column("id", bigint().notNull())
                            .column("title", varchar(200).notNull())
                            .primaryKey("id"));
            schema.createTable(
                    "order_lines",
                    t -> t.column("order_id", bigint().notNull())
                            .column("product_id", bigint().notNull())
                            .column("amount", integer().notNull())
                            .primaryKey("order_id", "product_id"));
            schema.table("order_lines")
                    .addForeignKey("fk_lines_order", foreignKey("order_id").references("orders", "id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("order_lines").dropForeignKey("fk_lines_order");
            schema.dropTable("order_lines");
            schema.dropTable("products");
        }
    }

    public static final class Discount implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.sql("update orders set total = 0 where total is null")
                    .noSchemaEffect()
                    .idempotent();
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.sql("update orders set total = total").noSchemaEffect().idempotent();
        }
    }

    public static final class RenameOrders implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.renameTable("orders", "purchases");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.renameTable("purchases", "orders");
        }
    }

    public static final class CommentTotal implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("purchases").comment(Optional.empty(), Optional.of("what was bought"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("purchases").comment(Optional.of("what was bought"), Optional.empty());
        }
    }

    public static final class RoundTotal implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.transform("purchases", "id")
                    .read("id")
                    .write("total")
                    .each((row, out) -> out.set(
                            "total", new BigDecimal(row.get("id", Long.class).orElseThrow() * 2)));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.transform("purchases", "id")
                    .read("id")
                    .write("total")
                    .each((row, out) -> out.set(
                            "total", new BigDecimal(row.get("id", Long.class).orElseThrow())));
        }
    }

    public static final class DropUnique implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").dropUnique(key("email").named("uq_customers_email"));
            schema.table("customers").dropCheck(check("points >= 0").named("ck_customers_points"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").addCheck(check("points >= 0").named("ck_customers_points"));
            schema.table("customers").addUnique(key("email").named("uq_customers_email"));
        }
    }
}
