package dev.godwit.recording;

import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.AcceptedHazard;
import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.AddColumn;
import dev.godwit.change.Change;
import dev.godwit.change.CreateTable;
import dev.godwit.change.MoveValues;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RecordingTest {

    private static Migration migration(Consumer<SchemaChanges> up, Consumer<SchemaChanges> down) {
        return new Migration() {
            @Override
            public void up(SchemaChanges schema) {
                up.accept(schema);
            }

            @Override
            public void down(SchemaChanges schema) {
                down.accept(schema);
            }
        };
    }

    private static Schema replay(List<Change> changes, Schema before) {
        Schema schema = before;
        for (Change change : changes) {
            schema = change.apply(schema);
        }
        return schema;
    }

    @Test
    void aMoveSaysWhichValuesGoToWhichRows() {
        Recording recording = Recording.of(migration(
                schema -> schema.moveValues(
                        "people",
                        "details",
                        v -> v.join("id", "person_id")
                                .column("bio")
                                .column("town", "city")
                                .newRows()),
                schema -> {}));

        assertThat(recording.up())
                .containsExactly(new MoveValues(
                        QualifiedName.of("people"),
                        QualifiedName.of("details"),
                        List.of(pair("id", "person_id")),
                        List.of(pair("bio", "bio"), pair("town", "city")),
                        true));
        assertThatThrownBy(() -> Recording.of(migration(
                        schema -> schema.moveValues("people", "details", v -> v.column("bio")), schema -> {})))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("GW2102")
                .hasMessageContaining(
                        "Which values of people move to details is not said: call join(…) and column(…).");
    }

    private static MoveValues.Pair pair(String from, String to) {
        return new MoveValues.Pair(Identifier.of(from), Identifier.of(to));
    }

    @Test
    void whatIsRecordedCanBeReplayedAndUndone() {
        Recording recording = Recording.of(migration(
                schema -> {
                    schema.createTable(
                            "customers",
                            t -> t.column("id", bigint().notNull().identity())
                                    .column("name", varchar(80).notNull())
                                    .primaryKey("id"));
                    schema.createTable(
                            "orders",
                            t -> t.column("id", bigint().notNull())
                                    .column("customer_id", bigint())
                                    .primaryKey("id")
                                    .index("ix_orders_customer", "customer_id"));
                    schema.table("orders")
                            .addForeignKey(
                                    "fk_orders_customer",
                                    foreignKey("customer_id").references("customers", "id"));
                },
                schema -> {
                    schema.table("orders").dropForeignKey("fk_orders_customer");
                    schema.dropTable("orders");
                    schema.dropTable("customers");
                }));

        Schema after = replay(recording.up(), Schema.EMPTY);

        Table orders = after.table(QualifiedName.of("ORDERS")).orElseThrow();
        assertThat(orders.foreignKeys()).hasSize(1);
        assertThat(orders.indexes()).hasSize(1);
        assertThat(replay(recording.down(), after)).isEqualTo(Schema.EMPTY);
    }

    @Test
    void theInverseOfEachChangeUndoesIt() {
        Recording recording = Recording.of(migration(
                schema -> {
                    schema.createTable(
                            "t", t -> t.column("id", bigint().notNull()).primaryKey("id"));
                    schema.table("t").addColumn("a", varchar(10)).renameColumn("a", "b");
                    schema.table("t").alterColumn("b", varchar(10), varchar(20).notNull());
                    schema.renameTable("t", "u");
                },
                schema -> {}));
        Schema before = Schema.EMPTY;
        for (Change change : recording.up()) {
            Schema after = change.apply(before);
            assertThat(replay(change.inverse(before), after)).as("%s", change).isEqualTo(before);
            before = after;
        }
    }

    @Test
    void sqlDeclaresItsEffectAfterwards() {
        Recording recording = Recording.of(migration(
                schema -> schema.sql("alter table t add c int")
                        .effect(s -> s.table("t").addColumn("c", dev.godwit.Types.integer())),
                schema -> {}));
        Schema before = replay(List.of(new CreateTable(Table.of(QualifiedName.of("t"), List.of()))), Schema.EMPTY);

        Schema after = replay(recording.up(), before);

        assertThat(after.table(QualifiedName.of("t")).orElseThrow().column(Identifier.of("c")))
                .isPresent();
    }

    @Test
    void aMigrationThatDependsOnStateIsRefused() {
        AtomicInteger counter = new AtomicInteger();
        assertThatThrownBy(() -> Recording.of(migration(
                        schema -> schema.table("t").addColumn("c" + counter.incrementAndGet(), bigint()),
                        schema -> {})))
                .isInstanceOf(RecordingException.class)
                .hasMessageStartingWith("GW2101")
                .hasMessageContaining("up records something else the second time");
    }

    @Test
    void aMigrationThatThrowsIsRefused() {
        assertThatThrownBy(() -> Recording.of(migration(
                        schema -> {
                            throw new UnsupportedOperationException("not yet");
                        },
                        schema -> {})))
                .isInstanceOf(RecordingException.class)
                .hasMessageStartingWith("GW2102")
                .hasMessageContaining("not yet (RecordingTest.java:")
                .hasMessageContaining("restore it from version control");
    }

    @Test
    void thatThereIsNoWayBackIsSaidInDown() {
        assertThat(Recording.of(migration(schema -> {}, schema -> schema.noWayBack("nothing is kept")))
                        .noWayBack())
                .contains("nothing is kept");
        assertThatThrownBy(() -> Recording.of(migration(schema -> schema.noWayBack("nothing is kept"), schema -> {})))
                .isInstanceOf(RecordingException.class)
                .hasMessageStartingWith("GW2103");
    }

    @Test
    void aTransformationIsComparedByItsRevision() {
        List<Migration> revisions = new ArrayList<>();
        for (int revision : new int[] {1, 1, 2}) {
            revisions.add(migration(
                    schema -> schema.transform("t", "id")
                            .read("a")
                            .write("b")
                            .revision(revision)
                            .each((row, out) -> row.text("a").ifPresent(text -> out.set("b", text))),
                    schema -> {}));
        }
        List<Recording> recordings = revisions.stream().map(Recording::of).toList();
        assertThat(recordings.get(0)).isEqualTo(recordings.get(1)).isNotEqualTo(recordings.get(2));
    }

    @Test
    void addingAColumnCanGiveExistingRowsAValue() {
        Recording recording = Recording.of(migration(
                schema -> schema.table("t").addColumn("c", varchar(3).notNull(), "'EUR'"), schema -> {}));
        assertThat(recording.up())
                .singleElement()
                .isInstanceOfSatisfying(
                        AddColumn.class,
                        change -> assertThat(change.valueForExisting()).isEqualTo(Optional.of("'EUR'")));
    }

    @AcceptedHazard(code = "GW4109", why = "the table has forty rows")
    @AcceptedHazard(code = "GW4101", why = "nobody has read it since March")
    private static final class Accepting implements Migration {
        @Override
        public void up(SchemaChanges schema) {}

        @Override
        public void down(SchemaChanges schema) {}
    }

    @Test
    void aMigrationSaysWhyAHazardIsNone() {
        assertThat(Recording.of(new Accepting()).accepted())
                .containsEntry("GW4109", "the table has forty rows")
                .containsEntry("GW4101", "nobody has read it since March");
    }
}
