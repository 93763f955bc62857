package dev.godwit.engine;

import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.varchar;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.engine.chain.MigrationSource;

/** A small chain of varied migrations. */
final class Shop {

    private Shop() {}

    static MigrationSource source() {
        return Ledgers.of(Customers.class, Orders.class, Address.class);
    }

    public static final class Customers implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "customers",
                    t -> t.column("id", bigint().notNull())
                            .column("name", varchar(80).notNull())
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
                            .column("customer_id", bigint())
                            .primaryKey("id"));
            schema.table("orders")
                    .addForeignKey(
                            "fk_orders_customer", foreignKey("customer_id").references("customers", "id"));
            schema.table("customers").addIndex("ix_customers_name", "name");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").dropIndex("ix_customers_name");
            schema.dropTable("orders");
        }
    }

    /** Splits one column into two by Java code. */
    public static final class Address implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").addColumn("first_name", varchar(80)).addColumn("last_name", varchar(80));
            schema.transform("customers", "id")
                    .read("name")
                    .write("first_name", "last_name")
                    .each((row, out) -> {
                        String[] part = row.text("name").orElse("").split(" ", 2);
                        out.set("first_name", part[0]);
                        out.set("last_name", part.length > 1 ? part[1] : "");
                    });
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").dropColumn("last_name").dropColumn("first_name");
        }
    }
}
