package dev.godwit.dialect;

import static dev.godwit.CheckSpec.check;
import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.IndexSpec.on;
import static dev.godwit.KeySpec.key;
import static dev.godwit.SequenceSpec.incrementBy;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.bool;
import static dev.godwit.Types.date;
import static dev.godwit.Types.enumOf;
import static dev.godwit.Types.integer;
import static dev.godwit.Types.json;
import static dev.godwit.Types.longVarchar;
import static dev.godwit.Types.namedEnum;
import static dev.godwit.Types.numeric;
import static dev.godwit.Types.ordinalOf;
import static dev.godwit.Types.structOf;
import static dev.godwit.Types.timestampUtc;
import static dev.godwit.Types.uuid;
import static dev.godwit.Types.varchar;
import static dev.godwit.change.DatabaseKind.H2;
import static dev.godwit.change.DatabaseKind.MARIADB;
import static dev.godwit.change.DatabaseKind.MYSQL;
import static dev.godwit.change.DatabaseKind.POSTGRESQL;
import static dev.godwit.schema.ForeignKey.Action.CASCADE;

import dev.godwit.ColumnSpec;
import dev.godwit.SchemaChanges;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Every kind of change, in the variants that databases carry out differently. */
final class Scenarios {

    private Scenarios() {}

    private static Scenario customers(String name, Consumer<dev.godwit.TableChanges> changes) {
        return Scenario.of(name, schema -> changes.accept(schema.table("customers")));
    }

    private static Scenario orders(String name, Consumer<dev.godwit.TableChanges> changes) {
        return Scenario.of(name, schema -> changes.accept(schema.table("orders")));
    }

    private static Scenario alter(String name, String column, ColumnSpec from, ColumnSpec to) {
        return customers(name, t -> t.alterColumn(column, from, to));
    }

    private static final ColumnSpec EMAIL = varchar(80).comment("for invoices");
    private static final ColumnSpec BALANCE =
            numeric(10, 2).notNull().defaultValue(0).check("balance > -1000");
    private static final ColumnSpec CODE = varchar(20).notNull().defaultValue("none");

    static List<Scenario> all() {
        return List.of(
                Scenario.of("create table", Scenarios::createTable),
                Scenario.of("drop table", schema -> schema.dropTable("orders")),
                Scenario.of("rename table", schema -> schema.renameTable("customers", "clients")),
                customers("comment table", t -> t.comment(Optional.of("who buys"), Optional.of("it's a \\ comment"))),
                customers("drop comment", t -> t.comment(Optional.of("who buys"), Optional.empty())),
                Scenario.of("table options", schema -> {
                            schema.createTable(
                                    "small",
                                    t -> t.column("id", bigint().notNull()).options("row_format=compact"));
                            schema.table("small")
                                    .options(Optional.of("row_format=compact"), Optional.of("row_format=dynamic"));
                        })
                        .on(MARIADB, MYSQL),
                customers("add column", t -> t.addColumn("nick", varchar(30))),
                customers(
                        "add column with default",
                        t -> t.addColumn("nick", varchar(30).notNull().defaultValue("x"))),
                customers(
                        "add column with clock",
                        t -> t.addColumn("seen", timestampUtc().notNull().defaultSql("current_timestamp(6)"))),
                customers(
                        "add column with comment and check",
                        t -> t.addColumn("shoe", integer().comment("EU").check("shoe > 10"))),
                customers(
                        "add column with named check",
                        t -> t.addColumn(
                                "shoe", integer().check(check("shoe > 10").named("ck_shoe")))),
                customers(
                        "add column with two checks",
                        t -> t.addColumn(
                                "shoe",
                                integer()
                                        .check("shoe > 10")
                                        .check("shoe < 60")
                                        .check(check("shoe <> 13").named("ck_shoe")))),
                customers(
                        "add column with literal for rows",
                        t -> t.addColumn("nick", varchar(30).notNull(), "'none'")),
                customers(
                        "add column with literal and default",
                        t -> t.addColumn("nick", varchar(30).notNull().defaultValue("new"), "'old'")),
                customers(
                        "add column with expression for rows",
                        t -> t.addColumn("nick", varchar(30).notNull(), "lower(name)")),
                customers("add nullable column with expression", t -> t.addColumn("nick", varchar(30), "lower(name)")),
                customers(
                        "add enum column",
                        t -> t.addColumn("mood", enumOf("GOOD", "BAD").notNull(), "'GOOD'")),
                customers(
                        "add ordinal column",
                        t -> t.addColumn(
                                "mood", ordinalOf("GOOD", "BAD").notNull().defaultValue(0))),
                customers(
                        "add large column",
                        t -> t.addColumn("bio", longVarchar(1_000_000).notNull(), "'none'")),
                customers("add json column", t -> t.addColumn("extra", json())),
                customers(
                        "add generated column",
                        t -> t.addColumn("twice", integer().generatedAs("age * 2"))),
                customers("add named enum column", t -> t.addColumn("mood", namedEnum("Mood", "BAD", "GOOD"))),
                Scenario.of(
                                "add identity column",
                                schema -> schema.table("audit")
                                        .addColumn("id", bigint().notNull().identity())
                                        .addPrimaryKey(key("id")))
                        .on(POSTGRESQL, H2),
                customers(
                        "drop column",
                        t -> t.dropCheck(check("age > -1 and balance > -2000")).dropColumn("balance")),
                customers("drop enum column", t -> t.dropColumn("tier")),
                customers("drop ordinal column", t -> t.dropColumn("standing")),
                customers("give rows a value", t -> t.backfill("name", "'nobody'")),
                customers("rename column", t -> t.renameColumn("name", "full_name")),
                customers("rename column to a reserved word", t -> t.renameColumn("name", "order")),
                customers("rename enum column", t -> t.renameColumn("tier", "rank")),
                customers("rename ordinal column", t -> t.renameColumn("standing", "status")),
                orders("rename key column", t -> t.renameColumn("id", "number")),
                orders("rename foreign key column", t -> t.renameColumn("customer_id", "buyer_id")),
                alter("widen text", "code", CODE, varchar(40).notNull().defaultValue("none")),
                alter(
                        "widen text over one length byte",
                        "code",
                        CODE,
                        varchar(400).notNull().defaultValue("none")),
                alter("narrow text", "code", CODE, varchar(10).notNull().defaultValue("none")),
                alter("integer to bigint", "age", integer(), bigint()),
                alter(
                                "bigint to integer",
                                "id",
                                bigint().notNull().identity(),
                                integer().notNull().identity())
                        .on(POSTGRESQL, H2),
                Scenario.of("key integer to bigint with its foreign key", schema -> {
                    schema.table("orders").alterColumn("id", integer().notNull(), bigint().notNull());
                    schema.table("orders").alterColumn("parent_id", integer(), bigint());
                }),
                Scenario.of("identity integer to bigint and back", schema -> {
                    schema.table("customers")
                            .alterColumn(
                                    "id",
                                    bigint().notNull().identity(),
                                    integer().notNull().identity());
                    schema.table("orders")
                            .alterColumn(
                                    "customer_id", bigint().notNull(), integer().notNull());
                }),
                alter(
                        "more digits",
                        "balance",
                        BALANCE,
                        numeric(12, 2).notNull().defaultValue(0).check("balance > -1000")),
                alter(
                        "other scale",
                        "balance",
                        BALANCE,
                        numeric(14, 4).notNull().defaultValue(0).check("balance > -1000")),
                customers(
                        "require a value that rows without one are given",
                        t -> t.alterColumn("age", integer(), integer().notNull(), "coalesce(age, 18)")),
                customers(
                        "text to number by conversion",
                        t -> t.alterColumn(
                                "code", CODE, integer().notNull().defaultValue(0), "cast(code as decimal(10)) + 1")),
                customers(
                        "text to ordinal by conversion",
                        t -> t.alterColumn(
                                "code",
                                CODE,
                                ordinalOf("A", "B")
                                        .notNull()
                                        .check("code < 9")
                                        .check(check("code < 8").named("ck_code")),
                                "case when code = '17' then 0 else 1 end")),
                customers(
                                "checked number to text by conversion",
                                t -> t.dropCheck(check("age > -1 and balance > -2000"))
                                        .alterColumn(
                                                "balance",
                                                BALANCE,
                                                varchar(30).check("balance <> 'x'"),
                                                "cast(balance as varchar(30))"))
                        .on(POSTGRESQL, H2),
                alter("allow null", "name", varchar(40).notNull(), varchar(40)),
                orders(
                        "forbid null",
                        t -> t.alterColumn("note", varchar(200), varchar(200).notNull())),
                orders(
                        "forbid null and widen",
                        t -> t.alterColumn(
                                "note", varchar(200), varchar(250).notNull().defaultValue("-"))),
                alter("change default", "code", CODE, varchar(20).notNull().defaultValue("some")),
                alter("drop default", "code", CODE, varchar(20).notNull()),
                alter("set default", "age", integer(), integer().defaultValue(18)),
                alter("change comment", "email", EMAIL, varchar(80).comment("for news")),
                alter("drop column comment", "email", EMAIL, varchar(80)),
                alter(
                        "change check",
                        "balance",
                        BALANCE,
                        numeric(10, 2).notNull().defaultValue(0).check("balance > -5000")),
                alter(
                        "drop check of column",
                        "balance",
                        BALANCE,
                        numeric(10, 2).notNull().defaultValue(0)),
                alter("add check to column", "age", integer(), integer().check("age <> 66")),
                alter(
                        "add named check to column",
                        "age",
                        integer(),
                        integer().check(check("age <> 66").named("ck_age"))),
                alter("append enum value", "tier", enumOf("GOLD", "SILVER"), enumOf("GOLD", "SILVER", "TIN")),
                alter("insert enum value", "tier", enumOf("GOLD", "SILVER"), enumOf("BRONZE", "GOLD", "SILVER")),
                customers(
                                "rename enum value",
                                t -> t.alterColumn(
                                        "tier",
                                        enumOf("GOLD", "SILVER"),
                                        enumOf("GOLD", "TIN"),
                                        "case tier when 'SILVER' then 'TIN' else tier end"))
                        .on(POSTGRESQL, MARIADB, MYSQL),
                alter("remove unused enum value", "tier", enumOf("GOLD", "SILVER"), enumOf("GOLD", "SILVER", "TIN")),
                alter("enum to text", "tier", enumOf("GOLD", "SILVER"), varchar(255)),
                alter(
                        "add ordinal",
                        "standing",
                        ordinalOf("LOW", "HIGH").notNull(),
                        ordinalOf("LOW", "HIGH", "TOP").notNull()),
                Scenario.of("named enum gets values", schema -> {
                    schema.table("customers").addColumn("mood", namedEnum("Mood", "BAD", "GOOD"));
                    schema.table("customers").addColumn("mood2", namedEnum("Mood", "BAD", "GOOD"));
                    schema.table("customers")
                            .alterColumn(
                                    "mood", namedEnum("Mood", "BAD", "GOOD"), namedEnum("Mood", "BAD", "GOOD", "OK"));
                    schema.table("customers")
                            .alterColumn(
                                    "mood2", namedEnum("Mood", "BAD", "GOOD"), namedEnum("Mood", "BAD", "GOOD", "OK"));
                }),
                Scenario.of(
                        "text to named enum",
                        schema -> schema.table("audit")
                                .alterColumn(
                                        "who",
                                        varchar(20).notNull(),
                                        namedEnum("Who", "ann", "bob").notNull())),
                orders(
                                "key becomes identity",
                                t -> t.alterColumn(
                                        "id",
                                        integer().notNull(),
                                        integer().notNull().identity()))
                        .on(POSTGRESQL, H2),
                customers(
                                "key is no identity any more",
                                t -> t.alterColumn("id", bigint().notNull().identity(), bigint().notNull()))
                        .on(POSTGRESQL, H2),
                alter("column becomes generated", "age", integer(), integer().generatedAs("id + 1"))
                        .on(POSTGRESQL, H2),
                Scenario.of("add primary key", schema -> schema.table("audit").addPrimaryKey(key("who"))),
                Scenario.of(
                        "add named primary key",
                        schema -> schema.table("audit").addPrimaryKey(key("who").named("pk_audit"))),
                Scenario.of(
                        "drop primary key",
                        schema -> schema.table("orders")
                                .dropForeignKey("fk_orders_parent")
                                .dropPrimaryKey()),
                customers("add unique", t -> t.addUnique(key("code").named("uk_code"))),
                customers("add unnamed unique", t -> t.addUnique(key("code"))),
                customers("drop unique", t -> t.dropUnique(key("name", "email").named("uk_customers_name"))),
                customers("drop unnamed unique", t -> t.dropUnique(key("email"))),
                orders(
                        "add foreign key",
                        t -> t.addColumn("by_id", bigint())
                                .addForeignKey(
                                        "fk_orders_by",
                                        foreignKey("by_id")
                                                .references("customers", "id")
                                                .onDelete(CASCADE))),
                orders("drop foreign key", t -> t.dropForeignKey("fk_orders_customer")),
                orders("index beside foreign key", t -> t.addIndex("ix_orders_customer", "customer_id")),
                orders(
                        "foreign key over index",
                        t -> t.addIndex("ix_orders_customer", "customer_id").dropForeignKey("fk_orders_customer")),
                orders(
                        "second foreign key on one column",
                        t -> t.addForeignKey(
                                        "fk_orders_again",
                                        foreignKey("customer_id").references("customers", "id"))
                                .dropForeignKey("fk_orders_customer")),
                customers("add check", t -> t.addCheck(check("age <> 99").named("ck_99"))),
                customers("add unnamed check", t -> t.addCheck(check("age <> 99 or balance > 5"))),
                customers("drop check", t -> t.dropCheck(check("age < 200").named("ck_customers_age"))),
                customers("drop unnamed check", t -> t.dropCheck(check("age > -1 and balance > -2000"))),
                customers("add index", t -> t.addIndex("ix_customers_age", "age", "name")),
                customers(
                        "add unique index with order",
                        t -> t.addIndex(
                                "ix_customers_age",
                                on("code").column("age", "desc").unique())),
                customers("drop index", t -> t.dropIndex("ix_customers_code")),
                Scenario.of(
                        "create sequence",
                        schema -> schema.createSequence(
                                "audit_seq", incrementBy(1).startWith(5))),
                Scenario.of("drop sequence", schema -> schema.dropSequence("orders_seq")),
                Scenario.of("rename sequence", schema -> schema.renameSequence("orders_seq", "order_numbers")),
                Scenario.of(
                        "alter sequence",
                        schema -> schema.alterSequence(
                                "orders_seq", incrementBy(50), incrementBy(10).startWith(7))),
                Scenario.of("structs", schema -> {
                            schema.createStruct(
                                    "address",
                                    s -> s.attribute("street", varchar(80)).attribute("number", integer()));
                            schema.table("customers").addColumn("home", structOf("address"));
                        })
                        .on(POSTGRESQL),
                Scenario.of("drop struct", schema -> {
                            schema.createStruct("address", s -> s.attribute("street", varchar(80)));
                            schema.dropStruct("address", s -> s.attribute("street", varchar(80)));
                        })
                        .on(POSTGRESQL),
                Scenario.of("raw sql", schema -> {
                    schema.sql("update customers set age = 20 where age is null")
                            .noSchemaEffect();
                    schema.table("customers")
                            .alterColumn("age", integer(), integer().notNull());
                }),
                Scenario.of(
                                "other schema",
                                schema -> schema.createTable(
                                        "side.things",
                                        t -> t.column("id", uuid().notNull()).primaryKey("id")))
                        .on(POSTGRESQL, H2),
                Scenario.of("move to another schema", schema -> schema.renameTable("audit", "side.audits"))
                        .on(POSTGRESQL));
    }

    private static void createTable(SchemaChanges schema) {
        schema.createTable(
                "select",
                t -> t.column("id", bigint().notNull().identity())
                        .column("Group", varchar(10).notNull().comment("a\\b 'c'"))
                        .column("`Mixed`", bool().notNull().defaultValue(true))
                        .column("day", date())
                        .column("customer_id", bigint())
                        .primaryKey("id")
                        .unique(key("Group"))
                        .unique(key("day", "Group").named("uk_select"))
                        .check(check("customer_id > 0"))
                        .index("ix_select", "day")
                        .foreignKey(
                                "fk_select_customer", foreignKey("customer_id").references("customers", "id"))
                        .comment("it's new"));
    }
}
