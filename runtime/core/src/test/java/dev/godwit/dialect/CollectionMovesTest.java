package dev.godwit.dialect;

import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.integer;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.NewTable;
import dev.godwit.change.DatabaseKind;
import dev.godwit.plan.Plan;
import dev.godwit.schema.ForeignKey.Action;
import dev.godwit.schema.Schema;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A value and its collection between the phases: what each version's writes make of the other side, and what is refused. */
class CollectionMovesTest {

    static List<DatabaseKind> databases() {
        return Databases.kinds().stream()
                .filter(kind -> kind != DatabaseKind.H2)
                .toList();
    }

    private static Manoeuvre toCollection(Consumer<NewTable> table) {
        return Manoeuvre.of(
                "to collection",
                CollectionManoeuvres::people,
                CollectionManoeuvres.toPhones(table),
                CollectionManoeuvres::toPhone);
    }

    private static Manoeuvre toValue(Consumer<NewTable> table) {
        return Manoeuvre.of(
                "to value",
                schema -> {
                    schema.createTable(
                            "people",
                            t -> t.column("id", bigint().notNull())
                                    .column("name", varchar(40))
                                    .primaryKey("id"));
                    schema.createTable("person_phones", table);
                },
                CollectionManoeuvres::toPhone,
                CollectionManoeuvres.toPhones(table));
    }

    private record Live(TestDatabase database, Connection connection, Plan plan) {
        void writes(String... statements) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
        }

        void inOneTransaction(String... statements) throws SQLException {
            connection.setAutoCommit(false);
            writes(statements);
            connection.commit();
            connection.setAutoCommit(true);
        }

        String phone(int person) throws SQLException {
            return PlanRun.text("select phone from people where id = " + person, connection);
        }

        List<String> phones(int person) throws SQLException {
            List<String> phones = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    var result = statement.executeQuery(
                            "select phones from person_phones where person_id = %d order by phones"
                                    .formatted(person))) {
                while (result.next()) {
                    phones.add(result.getString(1));
                }
            }
            return phones;
        }

        boolean isOldSideWritten() throws SQLException {
            return !PlanRun.text(plan.gate().watches().get(0).query(), connection)
                    .equals("null");
        }

        List<String> refusals() {
            return PlanRun.refusals(plan.gate().guards(), connection);
        }
    }

    private interface Body {
        void accept(Live live) throws Exception;
    }

    private static void expanded(DatabaseKind kind, Manoeuvre manoeuvre, Body body) throws Exception {
        try (TestDatabase database = Databases.fresh(kind);
                Connection connection = database.connect()) {
            Dialect dialect = Dialects.of(connection);
            PlanRun.run(dialect.plan(manoeuvre.setUp(), () -> Schema.EMPTY), connection, dialect);
            Plan plan = dialect.plan(manoeuvre.course());
            assertThat(PlanRun.refusals(plan, connection)).isEmpty();
            Live live = new Live(database, connection, plan);
            live.writes("insert into people (id) values (1), (2), (3)");
            PlanRun.run(plan.expand(), connection, dialect);
            body.accept(live);
        }
    }

    /** Hibernate deletes all elements of a bag and inserts them again. */
    @ParameterizedTest
    @MethodSource("databases")
    void aValueOutlivesTheCollectionBeingWrittenAnew(DatabaseKind kind) throws Exception {
        expanded(kind, toCollection(CollectionManoeuvres::bag), live -> {
            live.writes("update people set phone = 'm' where id in (1, 2)");
            live.inOneTransaction(
                    "insert into person_phones (person_id, phones) values (1, 'a'), (1, 'z')",
                    "delete from person_phones where person_id = 1",
                    "insert into person_phones (person_id, phones) values (1, 'z')",
                    "insert into person_phones (person_id, phones) values (1, 'a')",
                    "insert into person_phones (person_id, phones) values (1, 'm')",
                    "insert into person_phones (person_id, phones) values (1, 'm')");
            assertThat(live.phone(1)).isEqualTo("m");
            live.inOneTransaction(
                    "delete from person_phones where person_id = 1",
                    "insert into person_phones (person_id, phones) values (1, 'c')",
                    "insert into person_phones (person_id, phones) values (1, 'b')",
                    "insert into person_phones (person_id, phones) values (1, 'd')",
                    "delete from person_phones where person_id = 2");
            assertThat(live.phone(1)).isEqualTo("b");
            assertThat(live.phone(2)).isEqualTo("null");
            assertThat(live.refusals()).isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theLeastOfTheElementsThatComeTogetherIsTheValue(DatabaseKind kind) throws Exception {
        expanded(kind, toCollection(CollectionManoeuvres::set), live -> {
            live.inOneTransaction(
                    "insert into people (id) values (4)",
                    "insert into person_phones (person_id, phones) values (4, 'b')",
                    "insert into person_phones (person_id, phones) values (4, 'a'), (4, 'c')");
            assertThat(live.phone(4)).isEqualTo("a");
            live.inOneTransaction(
                    "delete from person_phones where person_id = 4 and phones = 'a'",
                    "insert into person_phones (person_id, phones) values (4, 'ab')");
            assertThat(live.phone(4)).isEqualTo("ab");
        });
    }

    /** What the old version has put in its place meanwhile stays, though an element comes back that was the value once. */
    @ParameterizedTest
    @MethodSource("databases")
    void aValueThatWasWrittenSinceStays(DatabaseKind kind) throws Exception {
        expanded(kind, toCollection(CollectionManoeuvres::set), live -> {
            live.writes(
                    "update people set phone = 'm' where id = 1",
                    "insert into person_phones (person_id, phones) values (1, 'x'), (1, 'y')",
                    "delete from person_phones where person_id = 1 and phones = 'm'");
            assertThat(live.phone(1)).isEqualTo("x");
            live.writes("update people set phone = 'y' where id = 1");
            assertThat(live.phones(1)).containsExactly("y");
            live.writes("insert into person_phones (person_id, phones) values (1, 'm')");
            assertThat(live.phone(1)).isEqualTo("y");
        });
    }

    /** An old version that clears the value clears what it knows of; the next element takes its place. */
    @ParameterizedTest
    @MethodSource("databases")
    void whatTheOldVersionDoesNotKnowIsNotLost(DatabaseKind kind) throws Exception {
        expanded(kind, toCollection(CollectionManoeuvres::set), live -> {
            live.writes(
                    "update people set phone = 'b' where id = 1",
                    "insert into person_phones (person_id, phones) values (1, 'c'), (1, 'a')",
                    "update people set phone = null where id = 1");
            assertThat(live.phone(1)).isEqualTo("a");
            assertThat(live.phones(1)).containsExactly("a", "c");
            live.writes("update people set phone = 'c' where id = 1");
            assertThat(live.phones(1)).containsExactly("c");
            live.writes("update people set phone = 'C' where id = 1");
            assertThat(live.phones(1)).containsExactly("C");
            live.writes("update people set phone = null where id = 1");
            assertThat(live.phone(1)).isEqualTo("null");
            assertThat(live.phones(1)).isEmpty();
            assertThat(live.refusals()).isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("databases")
    void tellsWhetherTheValueIsStillWritten(DatabaseKind kind) throws Exception {
        expanded(kind, toCollection(CollectionManoeuvres::bag), live -> {
            live.writes(
                    "insert into person_phones (person_id, phones) values (1, 'a'), (1, 'b')",
                    "update person_phones set phones = 'c' where phones = 'a'",
                    "delete from person_phones where person_id = 1",
                    "insert into people (id) values (4)",
                    "update people set name = 'n' where id = 4",
                    "delete from people where id = 2");
            assertThat(live.isOldSideWritten()).isFalse();
            live.writes("update people set phone = 'c' where id = 3");
            assertThat(live.isOldSideWritten()).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("databases")
    void tellsWhetherTheCollectionIsStillWritten(DatabaseKind kind) throws Exception {
        expanded(kind, toValue(CollectionManoeuvres::set), live -> {
            live.writes(
                    "update people set phone = 'a' where id = 1",
                    "update people set phone = 'b' where id = 1",
                    "insert into people (id, phone) values (4, 'd')",
                    "delete from people where id = 1",
                    "update people set phone = null where id = 4");
            assertThat(live.isOldSideWritten()).isFalse();
            live.writes("insert into person_phones (person_id, phones) values (4, 'b')");
            assertThat(live.isOldSideWritten()).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("databases")
    void doesNotContractOverAValueThatIsNoElement(DatabaseKind kind) throws Exception {
        expanded(kind, toCollection(CollectionManoeuvres::set), live -> {
            live.writes(
                    "update people set phone = 'a' where id = 1",
                    "insert into person_phones (person_id, phones) values (1, 'b')");
            assertThat(live.refusals()).isEmpty();
            live.writes(
                    kind == DatabaseKind.POSTGRESQL
                            ? "set session_replication_role = replica; delete from person_phones; set session_replication_role = origin"
                            : "truncate table person_phones");
            assertThat(live.refusals())
                    .singleElement()
                    .asString()
                    .startsWith("GW3152: people.phone and person_phones.phones ");
            live.writes("update people set phone = 'c' where id = 1");
            assertThat(live.refusals()).isEmpty();
        });
    }

    /** A statement that fails has not done what it was to do when the next one begins. */
    @ParameterizedTest
    @MethodSource("databases")
    void followsTheNextStatementOfASessionWhoseLastOneFailed(DatabaseKind kind) throws Exception {
        expanded(kind, toCollection(CollectionManoeuvres::set), live -> {
            live.writes("alter table person_phones add check (phones <> 'bad')");
            assertThatThrownBy(() -> live.writes("update people set phone = 'bad' where id = 1"))
                    .isInstanceOf(SQLException.class);
            live.writes("update people set phone = 'a' where id = 1", "update people set phone = 'c' where id = 2");
            assertThat(live.phones(1)).containsExactly("a");
            assertThat(live.phones(2)).containsExactly("c");
        });
    }

    /** Writers of both sides on few rows: whoever loses a deadlock tries again, and no row is out of step at the end. */
    @ParameterizedTest
    @MethodSource("databases")
    void isInStepWhateverIsWrittenAtOnce(DatabaseKind kind) throws Exception {
        long seed = new Random().nextLong();
        for (Manoeuvre manoeuvre : List.of(
                toCollection(CollectionManoeuvres::set),
                toCollection(CollectionManoeuvres::bag),
                toValue(CollectionManoeuvres::set))) {
            expanded(kind, manoeuvre, live -> {
                AtomicInteger done = new AtomicInteger();
                int writers = 6;
                ExecutorService threads = Executors.newFixedThreadPool(writers);
                List<Future<?>> all = new ArrayList<>();
                for (int i = 0; i < writers; i++) {
                    Random random = new Random(seed + i);
                    boolean single = i % 2 == 0;
                    all.add(threads.submit(() -> {
                        write(live.database(), random, single, done);
                        return null;
                    }));
                }
                for (Future<?> each : all) {
                    each.get();
                }
                threads.shutdown();
                assertThat(live.refusals())
                        .as("seed %d, %d written", seed, done.get())
                        .isEmpty();
                assertThat(done.get()).isGreaterThan(writers * 40);
            });
        }
    }

    private static void write(TestDatabase database, Random random, boolean single, AtomicInteger done)
            throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            if (database.kind() == DatabaseKind.POSTGRESQL) {
                statement.execute("set deadlock_timeout = '5ms'");
            }
            connection.setAutoCommit(false);
            for (int i = 0; i < 60; i++) {
                try {
                    for (String sql : single ? ofValue(random) : ofElements(random)) {
                        statement.execute(sql);
                    }
                    connection.commit();
                    done.incrementAndGet();
                } catch (SQLException e) {
                    if (!e.getSQLState().startsWith("40") && !e.getSQLState().startsWith("23")) {
                        throw e;
                    }
                    connection.rollback();
                }
            }
        }
    }

    private static List<String> ofValue(Random random) {
        int person = 1 + random.nextInt(3);
        return random.nextInt(4) == 0
                ? List.of("update people set phone = null where id = " + person)
                : List.of("update people set phone = '%s' where id = %d".formatted(phone(random), person));
    }

    private static List<String> ofElements(Random random) {
        int person = 1 + random.nextInt(3);
        String delete = "delete from person_phones where person_id = " + person;
        String insert = "insert into person_phones (person_id, phones) values (%d, '%s')";
        return switch (random.nextInt(3)) {
            case 0 -> List.of(insert.formatted(person, phone(random)));
            case 1 -> List.of(delete + " and phones = '%s'".formatted(phone(random)));
            default -> List.of(delete, insert.formatted(person, phone(random)));
        };
    }

    private static char phone(Random random) {
        return (char) ('a' + random.nextInt(5));
    }

    private static void refused(DatabaseKind kind, String code, String text, Manoeuvre manoeuvre) {
        assertThatThrownBy(() -> Dialects.of(kind).plan(manoeuvre.course()))
                .isInstanceOf(DialectException.class)
                .hasFieldOrPropertyWithValue("code", code)
                .hasMessageContaining(text)
                .hasMessageContaining("Nothing was executed.");
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void refusesElementsOfWhichAValueDoesNotSayAll(DatabaseKind kind) {
        Consumer<NewTable> list = t -> t.column("person_id", bigint().notNull())
                .column("phones", varchar(20))
                .column("phones_order", integer().notNull())
                .primaryKey("person_id", "phones_order");
        refused(kind, "GW3127", "column person_phones.phones_order, which is NOT NULL", toCollection(list));
        refused(kind, "GW3127", "column person_phones.phones_order, which is NOT NULL", toValue(list));
        refused(
                kind,
                "GW3150",
                "[person_id, phones_order] is a key of person_phones",
                toCollection(t -> t.column("person_id", bigint().notNull())
                        .column("phones", varchar(20))
                        .column("phones_order", integer().notNull().defaultValue(0))
                        .primaryKey("person_id", "phones_order")));
        refused(
                kind,
                "GW3127",
                "column person_phones.id, which is NOT NULL",
                toCollection(t -> t.column("id", bigint().notNull())
                        .column("person_id", bigint())
                        .column("phones", varchar(20))
                        .primaryKey("id")));
        refused(
                kind,
                "GW3150",
                "[phones] is a key of person_phones",
                toCollection(t -> t.column("person_id", bigint())
                        .column("phones", varchar(20).notNull())
                        .primaryKey("phones")));
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void refusesWhatCannotBeKeptInStep(DatabaseKind kind) {
        refused(
                kind,
                "GW3155",
                "schema.moveValues(\"person_phones\", \"people\", v -> v.join(\"person_id\", \"id\").column(\"phones\", \"phone\"));",
                Manoeuvre.of(
                        "no way back",
                        CollectionManoeuvres::people,
                        CollectionManoeuvres.toPhones(CollectionManoeuvres::set),
                        schema -> {}));
        refused(
                kind,
                "GW3155",
                "v.join(\"id\", \"person_id\").column(\"phone\", \"phones\").newRows());",
                Manoeuvre.of(
                        "no rows on the way back",
                        schema -> {
                            schema.createTable(
                                    "people",
                                    t -> t.column("id", bigint().notNull()).primaryKey("id"));
                            schema.createTable("person_phones", CollectionManoeuvres::set);
                        },
                        CollectionManoeuvres::toPhone,
                        schema -> {
                            schema.createTable("person_phones", CollectionManoeuvres::set);
                            schema.moveValues(
                                    "people",
                                    "person_phones",
                                    v -> v.join("id", "person_id").column("phone", "phones"));
                            schema.table("people").dropColumn("phone");
                        }));
        refused(
                kind,
                "GW3150",
                "are of different types",
                toCollection(t -> t.column("person_id", bigint().notNull())
                        .column("phones", varchar(10).notNull())
                        .primaryKey("person_id", "phones")));
        refused(
                kind,
                "GW3150",
                "calls refers to rows of person_phones",
                Manoeuvre.of(
                        "referred to",
                        CollectionManoeuvres::people,
                        schema -> {
                            schema.createTable(
                                    "person_phones",
                                    t -> t.column("id", bigint().notNull().identity())
                                            .column("person_id", bigint())
                                            .column("phones", varchar(20))
                                            .primaryKey("id"));
                            schema.createTable(
                                    "calls",
                                    t -> t.column("phone", bigint().notNull())
                                            .primaryKey("phone")
                                            .foreignKey(
                                                    "fk_calls",
                                                    foreignKey("phone").references("person_phones", "id")));
                            schema.moveValues(
                                    "people",
                                    "person_phones",
                                    v -> v.join("id", "person_id")
                                            .column("phone", "phones")
                                            .newRows());
                            schema.table("people").dropColumn("phone");
                        },
                        CollectionManoeuvres::toPhone));
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void refusesElementsThatGoWithoutATriggerKnowing(DatabaseKind kind) {
        refused(
                kind,
                "GW3150",
                "deletes rows of person_phones with those of lines, and fires no trigger then",
                Manoeuvre.of(
                        "cascade",
                        schema -> {
                            schema.createTable(
                                    "lines",
                                    t -> t.column("id", varchar(20).notNull()).primaryKey("id"));
                            CollectionManoeuvres.people(schema);
                        },
                        CollectionManoeuvres.toPhones(t -> {
                            CollectionManoeuvres.set(t);
                            t.foreignKey(
                                    "fk_lines",
                                    foreignKey("phones")
                                            .references("lines", "id")
                                            .onDelete(Action.CASCADE));
                        }),
                        CollectionManoeuvres::toPhone));
    }
}
