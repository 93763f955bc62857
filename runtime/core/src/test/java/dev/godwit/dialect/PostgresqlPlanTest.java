package dev.godwit.dialect;

import static dev.godwit.CheckSpec.check;
import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.KeySpec.key;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.integer;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.execute.WorkText;
import dev.godwit.plan.Plan;
import dev.godwit.plan.Resume;
import dev.godwit.plan.StepGroup;
import dev.godwit.schema.Schema;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** On a table in use a strong lock is never held while rows are read. */
class PostgresqlPlanTest {

    private static Plan plan(Consumer<SchemaChanges> changes) {
        Schema shop = Scenario.replay(Shop.changes(), Schema.EMPTY);
        return Dialects.of(DatabaseKind.POSTGRESQL).plan(Scenario.record(changes), () -> shop);
    }

    /** One line a step, groups between lines of dashes, a group without a transaction marked. */
    private static String text(Plan plan) {
        return plan.groups().stream().map(PostgresqlPlanTest::text).collect(Collectors.joining("\n--\n"));
    }

    private static String text(StepGroup group) {
        return (group.transactional() ? "" : "(alone) ")
                + group.steps().stream().map(step -> WorkText.of(step.work())).collect(Collectors.joining("\n"));
    }

    @Test
    void whatOnlyAddsIsOneGroupAndRowsAreReadAfterwards() {
        Plan plan = plan(schema -> {
            schema.table("orders")
                    .addColumn("by_id", bigint())
                    .addIndex("ix_orders_by", "by_id")
                    .addForeignKey("fk_orders_by", foreignKey("by_id").references("customers", "id"));
            schema.table("customers")
                    .addCheck(check("age <> 99").named("ck_99"))
                    .addColumn("nick", varchar(9));
        });

        assertThat(text(plan)).isEqualTo("""
                        alter table orders add column by_id bigint
                        lock table customers in share row exclusive mode
                        alter table orders add constraint fk_orders_by foreign key (by_id) references customers (id) not valid
                        alter table customers add constraint ck_99 check (age <> 99) not valid
                        alter table customers add column nick varchar(9)
                        --
                        (alone) create index concurrently ix_orders_by on orders (by_id)
                        --
                        alter table orders validate constraint fk_orders_by
                        --
                        alter table customers validate constraint ck_99""");
    }

    @Test
    void anIndexThatFailedHalfWayIsDroppedBeforeTheNextAttempt() {
        Plan plan = plan(schema -> schema.table("orders").addIndex("ix_orders_note", "note"));

        assertThat(plan.steps())
                .singleElement()
                .extracting(
                        step -> ((Resume.Observable) step.resume()).cleanUp().orElseThrow())
                .isEqualTo("drop index concurrently if exists ix_orders_note");
    }

    @Test
    void aUniqueKeyIsAnIndexFirst() {
        assertThat(text(plan(schema -> schema.table("customers").addUnique(key("code")))))
                .isEqualTo("""
                        (alone) create unique index concurrently "customers_code_key" on customers (code)
                        --
                        alter table customers add constraint "customers_code_key" unique using index "customers_code_key\"""");
    }

    @Test
    void notNullIsAValidatedCheckFirst() {
        assertThat(text(plan(schema -> schema.table("customers")
                        .alterColumn("age", integer(), integer().notNull()))))
                .isEqualTo("""
                        alter table customers add constraint godwit_not_null_6f78a8c3 check (age is not null) not valid
                        --
                        alter table customers validate constraint godwit_not_null_6f78a8c3
                        --
                        alter table customers alter column age set not null
                        alter table customers drop constraint godwit_not_null_6f78a8c3""");
    }

    @Test
    void aLiteralForTheRowsTouchesNoRow() {
        assertThat(text(plan(schema ->
                        schema.table("customers").addColumn("nick", varchar(9).notNull(), "'none'"))))
                .isEqualTo("""
                        alter table customers add column nick varchar(9) default 'none' not null
                        alter table customers alter column nick drop default""");
    }

    @Test
    void rowsThatComeWhileOthersAreFilledAreFilledToo() {
        assertThat(text(plan(schema ->
                        schema.table("customers").addColumn("nick", varchar(9).notNull(), "lower(name)"))))
                .isEqualTo("""
                        alter table customers add column nick varchar(9)
                        --
                        (alone) update customers set nick = lower(name) where nick is null -- batch by batch, in the order of [id]
                        --
                        alter table customers add constraint godwit_not_null_0ec72625 check (nick is not null) not valid
                        --
                        update customers set nick = lower(name) where nick is null and (lower(name)) is not null
                        --
                        alter table customers validate constraint godwit_not_null_0ec72625
                        --
                        alter table customers alter column nick set not null
                        alter table customers drop constraint godwit_not_null_0ec72625""");
    }

    @Test
    void onANewTablePlainFormsDo() {
        Plan plan = plan(schema -> {
            schema.createTable("notes", t -> t.column("id", integer().notNull()).column("order_id", integer()));
            schema.table("notes")
                    .addPrimaryKey(key("id"))
                    .addForeignKey("fk_notes_order", foreignKey("order_id").references("orders", "id"))
                    .addIndex("ix_notes_order", "order_id")
                    .alterColumn("order_id", integer(), integer().notNull());
        });

        assertThat(plan.groups()).hasSize(1);
        assertThat(text(plan)).isEqualTo("""
                        create table notes (id integer not null, order_id integer)
                        alter table notes add primary key (id)
                        alter table notes add constraint fk_notes_order foreign key (order_id) references orders (id)
                        create index ix_notes_order on notes (order_id)
                        alter table notes alter column order_id set not null""");
    }
}
