package dev.godwit.hazard;

import static dev.godwit.CheckSpec.check;
import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.KeySpec.key;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.enumOf;
import static dev.godwit.Types.integer;
import static dev.godwit.Types.nativeType;
import static dev.godwit.Types.uuid;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.godwit.ColumnSpec;
import dev.godwit.IndexSpec;
import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.Change;
import dev.godwit.change.DatabaseKind;
import dev.godwit.plan.Hazard;
import dev.godwit.recording.Recording;
import dev.godwit.schema.Schema;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One test a rule: what sets it off, and what does not. */
class HazardsTest {

    private static final EnumSet<DatabaseKind> POSTGRESQL = EnumSet.of(DatabaseKind.POSTGRESQL);

    private static List<Change> record(Consumer<SchemaChanges> code) {
        return Recording.of(new Migration() {
                    @Override
                    public void up(SchemaChanges schema) {
                        code.accept(schema);
                    }

                    @Override
                    public void down(SchemaChanges schema) {}
                })
                .up();
    }

    /** A shop in use: customers, and orders of them. */
    private static Schema shop() {
        Schema schema = Schema.EMPTY;
        for (Change change : record(s -> {
            s.createTable(
                    "customers",
                    t -> t.column("id", bigint().notNull())
                            .column("name", varchar(80))
                            .column("tier", enumOf("GOLD", "SILVER"))
                            .primaryKey("id"));
            s.createTable(
                    "orders",
                    t -> t.column("id", bigint().notNull())
                            .column("customer_id", bigint())
                            .column("number", varchar(20))
                            .column("kind", varchar(31).notNull().check("kind in ('ORDER','GIFT')"))
                            .column("state", integer().check("state between 0 and 2")));
        })) {
            schema = change.apply(schema);
        }
        return schema;
    }

    private static List<Hazard> hazards(Consumer<SchemaChanges> code) {
        return Hazards.of(record(code), shop(), EnumSet.allOf(DatabaseKind.class)).stream()
                .map(Finding::hazard)
                .toList();
    }

    private static List<String> codes(Consumer<SchemaChanges> code) {
        return codesOn(EnumSet.allOf(DatabaseKind.class), code);
    }

    private static List<String> messagesOn(EnumSet<DatabaseKind> databases, Consumer<SchemaChanges> code) {
        return Hazards.of(record(code), shop(), databases).stream()
                .map(Finding::message)
                .toList();
    }

    private static List<String> codesOn(EnumSet<DatabaseKind> databases, Consumer<SchemaChanges> code) {
        return Hazards.of(record(code), shop(), databases).stream()
                .map(Finding::code)
                .toList();
    }

    @Test
    void aDroppedColumnIsStillUsedByTheRunningVersion() {
        assertThat(codes(s -> s.table("customers").dropColumn("name"))).containsExactly("GW4101");
        assertThat(hazards(s -> s.table("customers").dropColumn("name"))).containsExactly(Hazard.LOSES_DATA);
        assertThat(hazards(s -> {
                    s.moveValues(
                            "customers",
                            "orders",
                            v -> v.join("id", "customer_id").column("name", "number"));
                    s.table("customers").dropColumn("name");
                }))
                .containsExactly(Hazard.BREAKS_RUNNING_VERSION);
    }

    @Test
    void aDroppedTableIsStillUsedByTheRunningVersion() {
        assertThat(codes(s -> s.dropTable("orders"))).containsExactly("GW4102");
        assertThat(hazards(s -> s.dropTable("orders"))).containsExactly(Hazard.LOSES_DATA);
    }

    @Test
    void aTableThatGoesLosesNothingOnceAnotherHasAllThatItHolds() {
        assertThat(hazards(s -> {
                    s.createTable(
                            "parts",
                            t -> t.column("id", bigint().notNull())
                                    .column("number", varchar(20))
                                    .column("kind", varchar(31))
                                    .column("state", integer())
                                    .column("customer_id", bigint()));
                    s.moveValues(
                            "orders",
                            "parts",
                            v -> v.join("id", "id")
                                    .column("number")
                                    .column("kind")
                                    .column("state")
                                    .column("customer_id")
                                    .newRows());
                    s.dropTable("orders");
                }))
                .containsExactly(Hazard.BREAKS_RUNNING_VERSION);
    }

    @Test
    void whatTheSameMigrationMadeHasNoUsers() {
        assertThat(codes(s -> {
                    s.createTable("fresh", t -> t.column("a", integer()).column("b", integer()));
                    s.table("fresh").renameColumn("a", "c").dropColumn("b").addUnique(key("c"));
                    s.dropTable("fresh");
                }))
                .isEmpty();
    }

    @Test
    void aRenamedColumnIsUnknownToTheRunningVersion() {
        assertThat(Hazards.of(
                        record(s -> s.table("customers").renameColumn("name", "full_name")),
                        shop(),
                        EnumSet.of(DatabaseKind.H2)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("GW4103");
                    assertThat(finding.hazard()).isEqualTo(Hazard.BREAKS_RUNNING_VERSION);
                    assertThat(finding.place()).hasToString("customers.full_name");
                    assertThat(finding.message()).contains("@Column(name = \"name\")");
                });
    }

    @Test
    void aRenamedTableIsUnknownToTheRunningVersion() {
        assertThat(codes(s -> s.renameTable("orders", "purchases"))).containsExactly("GW4104");
    }

    @Test
    void insertsOfTheRunningVersionGiveNoValueToARequiredColumn() {
        assertThat(codes(
                        s -> s.table("customers").addColumn("email", varchar(80).notNull())))
                .containsExactly("GW4105");
        assertThat(codes(s -> s.table("customers")
                        .addColumn("email", varchar(80).notNull().defaultValue("?"))))
                .isEmpty();
        assertThat(messagesOn(
                        EnumSet.of(DatabaseKind.POSTGRESQL),
                        s -> s.table("customers").addColumn("email", varchar(80).notNull(), "concat(name, '@')")))
                .singleElement()
                .asString()
                .contains("migrate waits with that until a later release migrates, and gives rows their value");
    }

    @Test
    void theRunningVersionMayStillWriteNull() {
        assertThat(codes(s -> s.table("customers")
                        .alterColumn("name", varchar(80), varchar(80).notNull())))
                .containsExactly("GW4106");
    }

    @Test
    void anotherTypeWritesEveryRowAgainUnlessItOnlyHasMoreRoom() {
        EnumSet<DatabaseKind> mariadb = EnumSet.of(DatabaseKind.MARIADB);
        assertThat(codesOn(mariadb, s -> s.table("orders").alterColumn("customer_id", bigint(), integer())))
                .containsExactly("GW4107");
        assertThat(codesOn(mariadb, s -> s.table("customers").alterColumn("name", varchar(80), varchar(200))))
                .isEmpty();
    }

    @Test
    void anotherTypeUnderOneNameServesNoTwoVersions() {
        EnumSet<DatabaseKind> mariadb = EnumSet.of(DatabaseKind.MARIADB);
        assertThat(messagesOn(mariadb, s -> s.table("orders").alterColumn("customer_id", bigint(), integer())))
                .singleElement(STRING)
                .contains("PostgreSQL and MariaDB 11.2 do that beside those who use the table");
        assertThat(messagesOn(mariadb, s -> s.table("customers").alterColumn("name", varchar(80), integer())))
                .singleElement(STRING)
                .contains("@Column(name = \"name_new\") @Backfill(value = \"<SQL over name>\", "
                        + "reverse = \"<SQL over name_new>\", reverseColumn = \"name\")");
    }

    @Test
    void rowsMayHoldDuplicates() {
        assertThat(codes(s -> s.table("orders").addUnique(key("number")))).containsExactly("GW4109");
        assertThat(codes(s ->
                        s.table("orders").addIndex("ux", IndexSpec.on("number").unique())))
                .containsExactly("GW4109");
        assertThat(codes(s -> s.table("orders").addIndex("ix", "number"))).isEmpty();
    }

    @Test
    void aPrimaryKeyIsBuiltUnderALock() {
        assertThat(codes(s -> s.table("orders").addPrimaryKey(key("id")))).containsExactly("GW4110");
    }

    @Test
    void aForeignKeyWantsAnIndexOnPostgresqlAndCopiesElsewhere() {
        Consumer<SchemaChanges> bare = s -> s.table("orders")
                .addForeignKey("fk_customer", foreignKey("customer_id").references("customers", "id"));
        Consumer<SchemaChanges> indexed = bare.andThen(s -> s.table("orders").addIndex("ix", "customer_id"));

        assertThat(codesOn(EnumSet.of(DatabaseKind.POSTGRESQL), bare)).containsExactly("GW4112");
        assertThat(codesOn(EnumSet.of(DatabaseKind.POSTGRESQL), indexed)).isEmpty();
        assertThat(codesOn(EnumSet.of(DatabaseKind.MARIADB), bare)).containsExactly("GW4111");
    }

    @Test
    void aCheckCopiesTheTableOnMariadb() {
        assertThat(codesOn(
                        EnumSet.of(DatabaseKind.MARIADB),
                        s -> s.table("orders").addCheck(check("id > 0").named("ck"))))
                .containsExactly("GW4113");
        assertThat(codesOn(
                        EnumSet.of(DatabaseKind.POSTGRESQL),
                        s -> s.table("orders").addCheck(check("id > 0").named("ck"))))
                .isEmpty();
    }

    @Test
    void aDefaultThatDiffersFromRowToRowRewritesTheTable() {
        assertThat(codes(s -> s.table("orders").addColumn("token", uuid().defaultSql("gen_random_uuid()"))))
                .containsExactly("GW4114");
    }

    @Test
    void aStoredGeneratedColumnRewritesTheTable() {
        assertThat(codes(s -> s.table("orders").addColumn("twice", bigint().generatedAs("id * 2"))))
                .containsExactly("GW4115");
        assertThat(codes(s -> s.table("orders").addColumn("twice", bigint().computedAs("id * 2"))))
                .isEmpty();
    }

    @Test
    void anIdentityColumnNumbersEveryRow() {
        assertThat(codes(s ->
                        s.table("orders").addColumn("no", bigint().notNull().identity())))
                .containsExactly("GW4116");
    }

    @Test
    void rowsMayHoldAnEnumValueThatGoes() {
        assertThat(codes(s -> s.table("customers").alterColumn("tier", enumOf("GOLD", "SILVER"), enumOf("GOLD"))))
                .containsExactly("GW4118");
    }

    @Test
    void theRunningVersionCannotReadANewDiscriminatorEither() {
        ColumnSpec known = varchar(31).notNull().check("kind in ('ORDER','GIFT')");
        assertThat(codes(s -> s.table("orders")
                        .alterColumn("kind", known, varchar(31).notNull().check("kind in ('ORDER','GIFT','RETURN')"))))
                .containsExactly("GW4121");
        assertThat(codes(s -> s.table("orders")
                        .alterColumn("kind", known, varchar(31).notNull().check("kind in ('GIFT')"))))
                .containsExactly("GW4118");
        assertThat(codes(s -> s.table("orders")
                        .alterColumn("kind", known, varchar(31).notNull().check("kind in ('GIFT','ORDER')"))))
                .isEmpty();
        assertThat(codes(s ->
                        s.table("orders").alterColumn("kind", known, varchar(31).notNull())))
                .isEmpty();
    }

    @Test
    void norTheOrdinalOfANewValue() {
        assertThat(codes(s -> s.table("orders")
                        .alterColumn(
                                "state",
                                integer().check("state between 0 and 2"),
                                integer().check("state between 0 and 3"))))
                .containsExactly("GW4121");
    }

    @Test
    void theRunningVersionCannotReadANewEnumValue() {
        assertThat(codes(s -> s.table("customers")
                        .alterColumn("tier", enumOf("GOLD", "SILVER"), enumOf("GOLD", "SILVER", "TIN"))))
                .containsExactly("GW4121");
    }

    @Test
    void rawSqlDeclaresItsEffectAndHowItResumes() {
        assertThat(codes(s -> s.sql("grant select on orders to app"))).containsExactly("GW4119", "GW4120");
        assertThat(codes(s ->
                        s.sql("grant select on orders to app").noSchemaEffect().idempotent()))
                .isEmpty();
    }

    @Test
    void anIndexOfManyColumnsRarelyHelps() {
        assertThat(codes(s -> {
                    s.table("orders").addColumn("x", integer());
                    s.table("orders").addIndex("ix", IndexSpec.on("id", "customer_id", "number", "x"));
                }))
                .containsExactly("GW4122");
    }

    @Test
    void oneStatementOverManyRowsKeepsThemLocked() {
        assertThat(codes(s -> s.sql("update customers set name = upper(name)").noSchemaEffect()))
                .contains("GW4123");
        assertThat(codes(s -> s.table("customers").backfill("name", "'unknown'")))
                .isEmpty();
    }

    @Test
    void aGeneratedKeyOf32BitsRunsOut() {
        assertThat(codes(s -> s.createTable(
                        "small",
                        t -> t.column("id", integer().notNull().identity()).primaryKey("id"))))
                .containsExactly("GW4124");
        assertThat(codes(s -> s.createTable(
                        "large",
                        t -> t.column("id", bigint().notNull().identity()).primaryKey("id"))))
                .isEmpty();
    }

    @Test
    void jsonOfPostgresqlHasNoEquality() {
        assertThat(codes(s -> s.table("customers").addColumn("doc", nativeType("json"))))
                .containsExactly("GW4125");
        assertThat(codes(s -> s.table("customers").addColumn("doc", nativeType("jsonb"))))
                .isEmpty();
        assertThat(codesOn(
                        EnumSet.of(DatabaseKind.MARIADB),
                        s -> s.table("customers").addColumn("doc", nativeType("json"))))
                .isEmpty();
    }

    @Test
    void theRunningVersionHasNeverReadNull() {
        assertThat(codes(s -> s.table("customers").alterColumn("id", bigint().notNull(), bigint())))
                .contains("GW4126");
    }

    @Test
    void anEnumValueInBetweenCopiesTheTableWhereValuesAreNumbered() {
        EnumSet<DatabaseKind> mariadb = EnumSet.of(DatabaseKind.MARIADB);
        Consumer<SchemaChanges> between = s ->
                s.table("customers").alterColumn("tier", enumOf("GOLD", "SILVER"), enumOf("GOLD", "IRON", "SILVER"));
        Consumer<SchemaChanges> atTheEnd = s ->
                s.table("customers").alterColumn("tier", enumOf("GOLD", "SILVER"), enumOf("GOLD", "SILVER", "TIN"));

        assertThat(codesOn(mariadb, between)).containsExactly("GW4121", "GW4127");
        assertThat(codesOn(mariadb, atTheEnd)).containsExactly("GW4121");
        assertThat(codesOn(EnumSet.of(DatabaseKind.POSTGRESQL), between)).containsExactly("GW4121");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create index ix on orders (number)",
                "CREATE UNIQUE INDEX ix ON orders (number)",
                "drop index ix",
                "reindex table orders",
                "refresh materialized view totals",
                "vacuum (full) orders",
                "cluster orders",
                "truncate table orders",
                "lock table orders"
            })
    void rawSqlThatKeepsOthersOutOnPostgresql(String sql) {
        assertThat(codesOn(
                        EnumSet.of(DatabaseKind.POSTGRESQL),
                        s -> s.sql(sql).noSchemaEffect().idempotent()))
                .containsExactly("GW4128");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "optimize table orders",
                "alter table orders force, algorithm = copy",
                "alter table orders engine = innodb, lock=shared",
                "truncate orders"
            })
    void rawSqlThatKeepsOthersOutOnMariadb(String sql) {
        assertThat(codesOn(
                        EnumSet.of(DatabaseKind.MARIADB),
                        s -> s.sql(sql).noSchemaEffect().idempotent()))
                .containsExactly("GW4128");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create index concurrently ix on orders (number)",
                "reindex index concurrently ix",
                "vacuum analyze orders",
                "analyze orders",
                "create table clustered (id int)"
            })
    void rawSqlThatLetsOthersIn(String sql) {
        assertThat(codesOn(
                        EnumSet.of(DatabaseKind.POSTGRESQL),
                        s -> s.sql(sql).noSchemaEffect().idempotent()))
                .isEmpty();
    }

    @Test
    void aStatementForAnotherDatabaseIsNoHazardHere() {
        assertThat(codesOn(
                        EnumSet.of(DatabaseKind.MARIADB),
                        s -> s.sql("cluster orders")
                                .on(DatabaseKind.POSTGRESQL)
                                .noSchemaEffect()
                                .idempotent()))
                .doesNotContain("GW4128");
    }

    @ParameterizedTest
    @ValueSource(strings = {"begin", "COMMIT", "start transaction", "rollback to here", "savepoint here"})
    void rawSqlDoesNotSayWhereATransactionEnds(String sql) {
        assertThat(codes(s -> s.sql(sql).noSchemaEffect().idempotent())).containsExactly("GW4129");
        assertThat(codes(s -> s.sql("comment on table orders is 'begin'")
                        .noSchemaEffect()
                        .idempotent()))
                .isEmpty();
    }

    @Test
    void sqlForOneDatabaseLeavesTheOthersWithoutIt() {
        Consumer<SchemaChanges> postgresql = s -> s.sql("create extension pg_trgm")
                .on(DatabaseKind.POSTGRESQL)
                .noSchemaEffect()
                .idempotent();
        Consumer<SchemaChanges> others = s -> s.sql("select 1")
                .on(DatabaseKind.MARIADB, DatabaseKind.MYSQL, DatabaseKind.H2)
                .noSchemaEffect()
                .idempotent();

        assertThat(codes(postgresql)).containsExactly("GW4130");
        assertThat(codes(postgresql.andThen(others))).isEmpty();
        assertThat(codesOn(EnumSet.of(DatabaseKind.POSTGRESQL), postgresql)).isEmpty();
    }

    @Test
    void insertsThatAskForGeneratedKeysFailOncePerConnectionOnPostgresql() {
        Schema tickets = shop();
        for (Change change : record(s -> s.createTable(
                "tickets", t -> t.column("id", bigint().notNull().identity()).column("seat", integer())))) {
            tickets = change.apply(tickets);
        }
        Consumer<SchemaChanges> three = s -> s.table("tickets")
                .addColumn("row_no", integer())
                .renameColumn("seat", "seat_no")
                .addColumn("price", integer());

        List<Finding> findings =
                Hazards.of(record(three), tickets, EnumSet.of(DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB));
        assertThat(findings)
                .filteredOn(finding -> finding.code().equals("GW4131"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.place()).hasToString("tickets.row_no");
                    assertThat(finding.hazard()).isEqualTo(Hazard.ONLINE);
                    assertThat(finding.databases()).containsExactly(DatabaseKind.POSTGRESQL);
                    assertThat(finding.message()).contains("autosave=conservative");
                });
        assertThat(Hazards.of(record(s -> s.table("tickets").dropColumn("seat")), tickets, POSTGRESQL))
                .extracting(Finding::code)
                .containsExactly("GW4101", "GW4131");
        assertThat(Hazards.of(
                        record(s -> s.table("tickets").addColumn("price", integer())),
                        tickets,
                        EnumSet.of(DatabaseKind.MARIADB)))
                .isEmpty();
        assertThat(codesOn(POSTGRESQL, s -> s.table("orders").addColumn("price", integer())))
                .isEmpty();
    }

    @Test
    void selectsOfAnotherTypeFailOncePerConnectionOnPostgresql() {
        assertThat(codesOn(POSTGRESQL, s -> s.table("customers").alterColumn("name", varchar(80), varchar(200))))
                .containsExactly("GW4132");
        assertThat(codesOn(
                        EnumSet.of(DatabaseKind.MARIADB),
                        s -> s.table("customers").alterColumn("name", varchar(80), varchar(200))))
                .isEmpty();
    }

    @Test
    void javaCodeInPlaceOfAColumnRunsLater() {
        Consumer<SchemaChanges> split = s -> {
            s.table("customers").addColumn("first_name", varchar(40));
            s.transform("customers", "id").read("name").write("first_name").each((row, out) -> {});
        };
        assertThat(codesOn(
                        EnumSet.of(DatabaseKind.MYSQL),
                        split.andThen(s -> s.table("customers").dropColumn("name"))))
                .containsExactly("GW4133", "GW4101");
        assertThat(codesOn(POSTGRESQL, split)).isEmpty();
    }
}
