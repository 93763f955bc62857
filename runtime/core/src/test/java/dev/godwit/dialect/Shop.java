package dev.godwit.dialect;

import static dev.godwit.CheckSpec.check;
import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.KeySpec.key;
import static dev.godwit.SequenceSpec.incrementBy;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.bool;
import static dev.godwit.Types.date;
import static dev.godwit.Types.enumOf;
import static dev.godwit.Types.integer;
import static dev.godwit.Types.numeric;
import static dev.godwit.Types.ordinalOf;
import static dev.godwit.Types.timestampUtc;
import static dev.godwit.Types.varchar;

import dev.godwit.change.Change;
import java.util.List;

/** The schema that scenarios start from, and its rows. */
final class Shop {

    private Shop() {}

    static List<Change> changes() {
        return Scenario.record(schema -> {
            schema.createSequence("orders_seq", incrementBy(50));
            schema.createTable(
                    "customers",
                    t -> t.column("id", bigint().notNull().identity())
                            .column("name", varchar(40).notNull())
                            .column("email", varchar(80).comment("for invoices"))
                            .column("age", integer())
                            .column("tier", enumOf("GOLD", "SILVER"))
                            .column("standing", ordinalOf("LOW", "HIGH").notNull())
                            .column(
                                    "balance",
                                    numeric(10, 2).notNull().defaultValue(0).check("balance > -1000"))
                            .column("code", varchar(20).notNull().defaultValue("none"))
                            .primaryKey("id")
                            .unique(key("email"))
                            .unique(key("name", "email").named("uk_customers_name"))
                            .check(check("age < 200").named("ck_customers_age"))
                            .check(check("age > -1 and balance > -2000"))
                            .index("ix_customers_code", "code")
                            .comment("who buys"));
            schema.createTable(
                    "orders",
                    t -> t.column("id", integer().notNull())
                            .column("customer_id", bigint().notNull())
                            .column("parent_id", integer())
                            .column("note", varchar(200))
                            .column("placed", timestampUtc().notNull())
                            .column("paid", bool().notNull())
                            .primaryKey("id")
                            .foreignKey(
                                    "fk_orders_customer",
                                    foreignKey("customer_id").references("customers", "id"))
                            .foreignKey(
                                    "fk_orders_parent", foreignKey("parent_id").references("orders", "id")));
            schema.createTable(
                    "audit", t -> t.column("who", varchar(20).notNull()).column("at", date()));
        });
    }

    static List<String> rows() {
        return List.of("""
                insert into customers (name, email, age, tier, standing, balance, code) values
                ('Ann', 'ann@example.org', 41, 'GOLD', 0, 10.50, '17'),
                ('Bob', 'bob@example.org', 17, 'SILVER', 1, -3, '18'),
                ('Cid', null, null, null, 1, 0, '19')""", """
                insert into orders (id, customer_id, parent_id, note, placed, paid) values
                (1, 1, null, '2', timestamp '2026-01-02 03:04:05', false),
                (2, 1, 1, '3', timestamp '2026-01-02 03:04:06', true)""", "insert into audit (who, at) values ('ann', null)");
    }

    static List<String> noRows() {
        return List.of(
                "update orders set parent_id = null",
                "delete from orders",
                "delete from customers",
                "delete from audit");
    }
}
