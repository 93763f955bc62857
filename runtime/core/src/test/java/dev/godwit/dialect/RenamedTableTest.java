package dev.godwit.dialect;

import static dev.godwit.SequenceSpec.incrementBy;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.DatabaseKind;
import dev.godwit.plan.Plan;
import dev.godwit.schema.Schema;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A table and a sequence under two names, as a driver and other users meet them. */
class RenamedTableTest {

    private static final Manoeuvre TABLE = renamed("orders", "purchases");

    private static Manoeuvre renamed(String from, String to) {
        return Manoeuvre.of(
                "rename table",
                schema -> schema.createTable(
                        from,
                        t -> t.column("id", bigint().notNull().identity())
                                .column("title", varchar(40).notNull())
                                .column("state", varchar(9).notNull().defaultValue("new"))
                                .primaryKey("id")),
                schema -> schema.renameTable(from, to),
                schema -> schema.renameTable(to, from));
    }

    private static Plan prepared(Manoeuvre manoeuvre, Connection connection) throws SQLException {
        Dialect dialect = Dialects.of(connection);
        PlanRun.run(dialect.plan(manoeuvre.setUp(), () -> Schema.EMPTY), connection, dialect);
        return dialect.plan(manoeuvre.course());
    }

    /** Through a driver that prepares on the server, with the keys that the database makes, without a pause. */
    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void noWriterMissesTheTableAtAnyTime(DatabaseKind kind) throws Exception {
        isAlwaysThere(kind, "orders", "purchases");
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void norWhereTheNewNameComesFirstInTheAlphabet(DatabaseKind kind) throws Exception {
        isAlwaysThere(kind, "customers", "clients");
    }

    private static void isAlwaysThere(DatabaseKind kind, String from, String to) throws Exception {
        try (TestDatabase database = Databases.fresh(kind);
                Connection connection = database.connect()) {
            Dialect dialect = Dialects.of(connection);
            Plan plan = prepared(renamed(from, to), connection);
            AtomicBoolean oldRuns = new AtomicBoolean(true);
            AtomicBoolean newRuns = new AtomicBoolean(true);
            ExecutorService writers = Executors.newFixedThreadPool(4);
            try {
                List<Future<List<Long>>> old = List.of(
                        writers.submit(() -> keys(database, from, oldRuns)),
                        writers.submit(() -> keys(database, from, oldRuns)));
                for (int i = 0; i < 20; i++) {
                    Thread.sleep(30);
                    PlanRun.run(plan.expand(), connection, dialect);
                    Thread.sleep(30);
                    PlanRun.abandon(plan, connection, dialect);
                }
                PlanRun.run(plan.expand(), connection, dialect);
                List<Future<List<Long>>> fresh = List.of(
                        writers.submit(() -> keys(database, to, newRuns)),
                        writers.submit(() -> keys(database, to, newRuns)));
                Thread.sleep(300);
                oldRuns.set(false);
                List<Long> all = new ArrayList<>();
                for (Future<List<Long>> writer : old) {
                    all.addAll(writer.get());
                }
                PlanRun.run(plan.contract(), connection, dialect);
                Thread.sleep(30);
                newRuns.set(false);
                for (Future<List<Long>> writer : fresh) {
                    all.addAll(writer.get());
                }
                assertThat(all).doesNotHaveDuplicates().hasSize((int) number(connection, "select count(*) from " + to));
            } finally {
                oldRuns.set(false);
                newRuns.set(false);
                writers.shutdownNow();
            }
        }
    }

    /** Adds rows one by one, and reads each again by the key that the database made. */
    private static List<Long> keys(TestDatabase database, String table, AtomicBoolean runs) throws SQLException {
        List<Long> keys = new ArrayList<>();
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into " + table + " (title) values (?)", Statement.RETURN_GENERATED_KEYS);
                PreparedStatement read = connection.prepareStatement("select state from " + table + " where id = ?")) {
            while (runs.get()) {
                insert.setString(1, table);
                insert.executeUpdate();
                try (ResultSet made = insert.getGeneratedKeys()) {
                    assertThat(made.next()).isTrue();
                    keys.add(made.getLong(1));
                }
                read.setLong(1, keys.get(keys.size() - 1));
                try (ResultSet row = read.executeQuery()) {
                    assertThat(row.next() && row.getString(1).equals("new")).isTrue();
                }
            }
        }
        return keys;
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void bothVersionsDrawDifferentNumbers(DatabaseKind kind) throws Exception {
        Manoeuvre manoeuvre = Manoeuvre.of(
                "rename sequence",
                schema -> schema.createSequence("a_seq", incrementBy(50)),
                schema -> schema.renameSequence("a_seq", "b_seq"),
                schema -> schema.renameSequence("b_seq", "a_seq"));
        String next = kind == DatabaseKind.POSTGRESQL ? "select nextval('%s')" : "select nextval(%s)";
        try (TestDatabase database = Databases.fresh(kind);
                Connection connection = database.connect()) {
            Dialect dialect = Dialects.of(connection);
            Plan plan = prepared(manoeuvre, connection);
            Set<Long> drawn = new HashSet<>();
            Callable<Boolean> old = () -> drawn.add(number(connection, next.formatted("a_seq")));
            Callable<Boolean> fresh = () -> drawn.add(number(connection, next.formatted("b_seq")));

            assertThat(old.call()).isTrue();
            PlanRun.run(plan.expand(), connection, dialect);
            for (int i = 0; i < 100; i++) {
                assertThat(old.call() && fresh.call()).isTrue();
            }
            PlanRun.abandon(plan, connection, dialect);
            assertThat(old.call()).as("after it was abandoned").isTrue();
            PlanRun.run(plan.expand(), connection, dialect);
            assertThat(old.call() && fresh.call()).isTrue();
            PlanRun.run(plan.contract(), connection, dialect);
            assertThat(fresh.call()).as("after contract").isTrue();
        }
    }

    @Test
    void whoMayUseTheTableMayUseItUnderBothNames() throws Exception {
        try (TestDatabase database = Databases.fresh(DatabaseKind.POSTGRESQL);
                Connection connection = database.connect()) {
            Plan plan = prepared(TABLE, connection);
            database.execute(
                    "drop role if exists \"App User\"",
                    "create role \"App User\"",
                    "grant usage on schema public to \"App User\"",
                    "grant select, insert on orders to \"App User\"",
                    "grant select on orders to public");
            try {
                PlanRun.run(plan.expand(), connection, Dialects.of(connection));
                try (Statement statement = connection.createStatement()) {
                    statement.execute("set role \"App User\"");
                    statement.execute("insert into orders (title) values ('a')");
                    statement.execute("insert into purchases (title) values ('b')");
                    statement.execute("reset role");
                }
                assertThat(number(connection, "select count(*) from orders")).isEqualTo(2);
                assertThat(PlanRun.holds("select has_table_privilege('App User', 'orders', 'delete')", connection))
                        .isFalse();
            } finally {
                database.execute("drop owned by \"App User\"", "drop role \"App User\"");
            }
        }
    }

    @Test
    void writesUnderTheOldNameAreNoted() throws Exception {
        try (TestDatabase database = Databases.fresh(DatabaseKind.POSTGRESQL);
                Connection connection = database.connect()) {
            Plan plan = prepared(TABLE, connection);
            PlanRun.run(plan.expand(), connection, Dialects.of(connection));
            String noted =
                    "select exists (%s)".formatted(plan.gate().watches().get(0).query());

            database.execute("insert into purchases (title) values ('not_orders orders_not')");
            assertThat(PlanRun.holds(noted, connection)).isFalse();
            database.execute("delete from orders where id = 0");
            assertThat(PlanRun.holds(noted, connection)).isTrue();
            assertThat(number(connection, plan.gate().watches().get(0).query())).isBetween(0L, 60L);
        }
    }

    /** A way back between the phases that was stopped goes on wherever it was. */
    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void aWayBackThatStopsGoesOn(DatabaseKind kind) throws Exception {
        try (TestDatabase database = Databases.fresh(kind);
                Connection connection = database.connect()) {
            Dialect dialect = Dialects.of(connection);
            Plan plan = prepared(TABLE, connection);
            for (int done = 0; done <= plan.abandon().size(); done++) {
                PlanRun.run(plan.expand(), connection, dialect);
                database.execute("insert into orders (title) values ('a')");
                PlanRun.abandon(plan.abandon().subList(0, done), connection, dialect);
                database.execute("insert into orders (title) values ('b')");
                PlanRun.abandon(plan, connection, dialect);
                assertThat(number(connection, "select count(*) from orders"))
                        .as("stopped behind step %d", done)
                        .isEqualTo(2L * (done + 1));
                assertThat(number(
                                connection,
                                "select count(*) from information_schema.tables where table_schema = database()"))
                        .as("stopped behind step %d", done)
                        .isEqualTo(1);
            }
        }
    }

    /** Another table of the new name is nobody's to take away. */
    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void aTableThatHasTheNewNameStays(DatabaseKind kind) throws Exception {
        try (TestDatabase database = Databases.fresh(kind);
                Connection connection = database.connect()) {
            Plan plan = prepared(TABLE, connection);
            database.execute("create table purchases (id bigint primary key)", "insert into purchases values (7)");
            PlanRun.abandon(plan, connection, Dialects.of(connection));
            assertThat(number(connection, "select max(id) from purchases")).isEqualTo(7);
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
