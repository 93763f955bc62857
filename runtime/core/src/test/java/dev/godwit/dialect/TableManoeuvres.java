package dev.godwit.dialect;

import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.KeySpec.key;
import static dev.godwit.SequenceSpec.incrementBy;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.integer;
import static dev.godwit.Types.varchar;
import static dev.godwit.schema.ForeignKey.Action.CASCADE;

import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import java.util.List;

/** What is done to whole tables and sequences while two versions of an application run. */
final class TableManoeuvres {

    private TableManoeuvres() {}

    static List<Manoeuvre> all() {
        return List.of(
                renameTable(),
                renameTableOfMixedCase(),
                renameTableAndColumns(),
                renameSequence(
                        DatabaseKind.POSTGRESQL, "select nextval('orders_seq')", "select nextval('purchases_seq')"),
                renameSequence(DatabaseKind.MARIADB, "select nextval(orders_seq)", "select nextval(purchases_seq)"),
                renameSequence(
                        DatabaseKind.MYSQL,
                        "update orders_seq set next_val = next_val + 50",
                        "update purchases_seq set next_val = next_val + 50"));
    }

    private static void orders(SchemaChanges schema) {
        schema.createTable("customers", t -> t.column("id", bigint().notNull()).primaryKey("id"));
        schema.createTable(
                "orders",
                t -> t.column("id", bigint().notNull().identity())
                        .column("title", varchar(40).notNull())
                        .column("state", varchar(9).notNull().defaultValue("new"))
                        .column("customer", bigint())
                        .primaryKey("id")
                        .unique(key("title").named("uk_orders_title"))
                        .index("ix_orders_state", "state")
                        .foreignKey(
                                "fk_orders_customer",
                                foreignKey("customer")
                                        .references("customers", "id")
                                        .onDelete(CASCADE)));
        schema.createTable(
                "items",
                t -> t.column("id", bigint().notNull())
                        .column("order_id", bigint())
                        .primaryKey("id")
                        .foreignKey("fk_items_order", foreignKey("order_id").references("orders", "id")));
    }

    private static Manoeuvre renameTable() {
        return Manoeuvre.of(
                        "rename table",
                        TableManoeuvres::orders,
                        schema -> schema.renameTable("orders", "purchases"),
                        schema -> schema.renameTable("purchases", "orders"))
                .withRows(
                        "insert into customers (id) values (1), (2)",
                        "insert into orders (title, customer) values ('a', 1), ('b', 2)",
                        "insert into items (id, order_id) values (1, 1)")
                .oldWrites(
                        "insert into orders (title, state, customer) values ('c', 'paid', 1)",
                        "insert into orders (title) values ('d')",
                        "update orders set state = 'sent' where title = 'a'",
                        "delete from orders where title = 'd'",
                        "insert into items (id, order_id) values (2, 3)",
                        "select * from orders where id = 1 for update")
                .newWrites(
                        "insert into purchases (title) values ('e')",
                        "update purchases set title = 'E' where title = 'e'",
                        "insert into items (id, order_id) values (3, 5)",
                        "delete from customers where id = 2")
                .oldSees("select id, title, state from orders order by id", "1|a|sent", "3|c|paid", "5|E|new")
                .newSees("select id, title, state from purchases order by id", "1|a|sent", "3|c|paid", "5|E|new")
                .laterWrites(
                        "insert into purchases (title, customer) values ('f', 1)",
                        "insert into items (id, order_id) values (4, 6)",
                        "delete from items",
                        "delete from customers where id = 1");
    }

    private static Manoeuvre renameTableOfMixedCase() {
        return Manoeuvre.of(
                        "rename table whose names need quotes",
                        schema -> schema.createTable(
                                "`Order`",
                                t -> t.column("`Id`", bigint().notNull())
                                        .column("`select`", integer().notNull().check("`select` > 0"))
                                        .primaryKey("`Id`")),
                        schema -> schema.renameTable("`Order`", "`Group`"),
                        schema -> schema.renameTable("`Group`", "`Order`"))
                .on(DatabaseKind.MARIADB, DatabaseKind.MYSQL)
                .withRows("insert into `Order` (`Id`, `select`) values (1, 1)")
                .oldWrites("insert into `Order` (`Id`, `select`) values (2, 2)")
                .newWrites("insert into `Group` (`Id`, `select`) values (3, 3)")
                .oldSees("select `select` from `Order` order by 1", "1", "2", "3")
                .newSees("select `select` from `Group` order by 1", "1", "2", "3");
    }

    private static Manoeuvre renameTableAndColumns() {
        return Manoeuvre.of(
                        "rename table, and columns of it and to it",
                        TableManoeuvres::orders,
                        schema -> {
                            schema.renameTable("orders", "purchases");
                            schema.table("purchases").renameColumn("title", "name");
                            schema.table("items").renameColumn("order_id", "purchase_id");
                        },
                        schema -> {
                            schema.renameTable("purchases", "orders");
                            schema.table("orders").renameColumn("name", "title");
                            schema.table("items").renameColumn("purchase_id", "order_id");
                        })
                .withRows(
                        "insert into orders (title) values ('a'), ('b')",
                        "insert into items (id, order_id) values (1, 1)")
                .oldWrites(
                        "insert into orders (title, state) values ('c', 'paid')",
                        "update orders set title = 'A' where id = 1",
                        "insert into items (id, order_id) values (2, 3)")
                .newWrites(
                        "insert into purchases (name) values ('d')",
                        "update purchases set name = 'B' where id = 2",
                        "insert into items (id, purchase_id) values (3, 4)")
                .oldSees(
                        "select o.id, title, l.id from orders o left join items l on l.order_id = o.id order by 1",
                        "1|A|1",
                        "2|B|null",
                        "3|c|2",
                        "4|d|3")
                .newSees(
                        "select o.id, name, l.id from purchases o left join items l on l.purchase_id = o.id order by 1",
                        "1|A|1",
                        "2|B|null",
                        "3|c|2",
                        "4|d|3")
                .laterWrites(
                        "insert into purchases (name) values ('e')",
                        "insert into items (id, purchase_id) values (4, 5)");
    }

    private static Manoeuvre renameSequence(DatabaseKind kind, String old, String fresh) {
        return Manoeuvre.of(
                        "rename sequence",
                        schema -> schema.createSequence("orders_seq", incrementBy(50)),
                        schema -> schema.renameSequence("orders_seq", "purchases_seq"),
                        schema -> schema.renameSequence("purchases_seq", "orders_seq"))
                .on(kind)
                .withRows(old, old)
                .oldWrites(old)
                .newWrites(fresh, fresh)
                .laterWrites(fresh);
    }
}
