package dev.godwit.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.Change;
import dev.godwit.change.DatabaseKind;
import dev.godwit.change.FillColumn;
import dev.godwit.change.PreconditionException;
import dev.godwit.introspect.Introspector;
import dev.godwit.introspect.LiveSchema;
import dev.godwit.plan.Plan;
import dev.godwit.plan.Share;
import dev.godwit.plan.Step;
import dev.godwit.plan.StepGroup;
import dev.godwit.schema.Schema;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Each manoeuvre on each database: both versions of an application write while it goes on, none of their statements
 * fails, both sides say the same at the end, and nothing is left behind.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhasedTest {

    private final Map<String, TestDatabase> databases = new HashMap<>();

    private Stream<DynamicTest> each(BiConsumer<DatabaseKind, Manoeuvre> test) {
        return Databases.kinds().stream()
                .filter(kind -> kind != DatabaseKind.H2)
                .flatMap(kind -> Manoeuvres.all().stream()
                        .filter(manoeuvre -> manoeuvre.databases().contains(kind))
                        .map(manoeuvre ->
                                DynamicTest.dynamicTest(kind + ": " + manoeuvre, () -> test.accept(kind, manoeuvre))));
    }

    @TestFactory
    Stream<DynamicTest> bothVersionsWriteAndTheNewOneStays() {
        return each((kind, manoeuvre) -> with(kind, "live", connection -> {
            Dialect dialect = Dialects.of(connection);
            Plan plan = prepared(connection, dialect, manoeuvre);

            PlanRun.run(plan.expand(), connection, dialect);
            execute(manoeuvre.oldWrites(), connection);
            assertThat(PlanRun.refusals(plan.gate().guards(), connection)).isEmpty();
            execute(manoeuvre.newWrites(), connection);
            assertThat(PlanRun.refusals(plan.gate().guards(), connection)).isEmpty();
            assertThat(rows(manoeuvre.oldRead(), connection)).isEqualTo(manoeuvre.oldSees());
            assertThat(rows(manoeuvre.newRead(), connection)).isEqualTo(manoeuvre.newSees());

            PlanRun.run(plan.contract(), connection, dialect);
            assertThat(rows(manoeuvre.newRead(), connection)).isEqualTo(manoeuvre.newSees());
            execute(manoeuvre.laterWrites(), connection);
            assertThat(created(kind, manoeuvre.after())
                            .differenceTo(read(connection))
                            .toString())
                    .isEmpty();
            assertThat(left(kind, connection)).isEmpty();
        }));
    }

    /** Abandoned after each number of steps, with the old version writing before and after. */
    @TestFactory
    Stream<DynamicTest> whateverWasDoneIsTakenBack() {
        return each((kind, manoeuvre) -> {
            int groups = Dialects.of(kind).plan(manoeuvre.course()).expand().size();
            IntStream.rangeClosed(0, groups)
                    .forEach(done -> with(kind, "live", connection -> {
                        Dialect dialect = Dialects.of(connection);
                        Plan plan = prepared(connection, dialect, manoeuvre);
                        LiveSchema before = read(connection);
                        List<StepGroup> executed = plan.expand()
                                .subList(0, Math.min(done, plan.expand().size()));

                        if (isHalfOfAChange(plan, executed)) {
                            return;
                        }
                        PlanRun.run(executed, connection, dialect);
                        execute(manoeuvre.oldWrites(), connection);
                        if (executed.size() == plan.expand().size()) {
                            execute(manoeuvre.newWrites(), connection);
                            assertThat(rows(manoeuvre.oldRead(), connection)).isEqualTo(manoeuvre.oldSees());
                        }
                        for (Undo undo : undos(manoeuvre, plan, executed)) {
                            PlanRun.run(dialect.plan(undo.changes(), undo::from), connection, dialect);
                        }
                        PlanRun.abandon(plan, connection, dialect);
                        PlanRun.abandon(plan, connection, dialect);

                        assertThat(before.differenceTo(read(connection)).toString())
                                .isEmpty();
                        assertThat(left(kind, connection)).isEmpty();
                    }));
        });
    }

    /** A change that is not taken apart and of which some steps are done is the engine's business. */
    private static boolean isHalfOfAChange(Plan plan, List<StepGroup> executed) {
        List<Step> done =
                executed.stream().flatMap(group -> group.steps().stream()).toList();
        return plan.shares().stream()
                .filter(share -> !share.phased())
                .anyMatch(share -> share.steps().stream().anyMatch(done::contains) && !done.containsAll(share.steps()));
    }

    private record Undo(List<Change> changes, Schema from) {}

    /** The inverses of changes that took effect and were not taken apart, each to be planned from the schema there. */
    private static List<Undo> undos(Manoeuvre manoeuvre, Plan plan, List<StepGroup> executed) {
        List<Step> done =
                executed.stream().flatMap(group -> group.steps().stream()).toList();
        boolean complete = executed.size() == plan.expand().size();
        List<Undo> undos = new ArrayList<>();
        Schema schema = manoeuvre.before();
        for (Share share : plan.shares()) {
            if (share.phased()) {
                schema = virtually(share.change(), schema);
            } else if (complete || tookEffect(share, done)) {
                Schema after = share.change().apply(schema);
                undos.add(0, new Undo(share.change().inverse(schema), after));
                schema = after;
            }
        }
        return undos;
    }

    /** What was taken apart counts as done where changes behind it build on that, as in the engine. */
    private static Schema virtually(Change change, Schema schema) {
        try {
            return change.apply(schema);
        } catch (PreconditionException e) {
            return schema;
        }
    }

    /** What has no steps is done by another change. */
    private static boolean tookEffect(Share share, List<Step> done) {
        return !share.steps().isEmpty() && done.containsAll(share.steps()) && !(share.change() instanceof FillColumn);
    }

    /** A group that was cut off in its middle, which leaves each of its statements done where DDL commits by itself. */
    private Plan prepared(Connection connection, Dialect dialect, Manoeuvre manoeuvre) throws SQLException {
        PlanRun.run(dialect.plan(manoeuvre.setUp(), () -> Schema.EMPTY), connection, dialect);
        execute(manoeuvre.rows(), connection);
        Plan plan = dialect.plan(manoeuvre.course());
        assertThat(PlanRun.refusals(plan, connection)).isEmpty();
        return plan;
    }

    private LiveSchema created(DatabaseKind kind, Schema schema) {
        List<LiveSchema> read = new ArrayList<>();
        with(kind, "created", connection -> {
            Dialect dialect = Dialects.of(connection);
            PlanRun.run(dialect.plan(Scenario.creating(schema), () -> Schema.EMPTY), connection, dialect);
            read.add(read(connection));
        });
        return read.get(0);
    }

    /** What has a reserved name. */
    private static List<String> left(DatabaseKind kind, Connection connection) throws SQLException {
        String query = switch (kind) {
            case POSTGRESQL -> """
                        select tgname from pg_trigger where tgname like '%godwit%' \
                        union all select proname from pg_proc where proname like '%godwit%' \
                        union all select relname from pg_class where relname like '%godwit%' \
                        union all select attname from pg_attribute where attname like '%godwit%' and not attisdropped \
                        union all select conname from pg_constraint where conname like '%godwit%'""";
            case MARIADB, MYSQL -> """
                        select trigger_name from information_schema.triggers where trigger_schema = database() \
                        union all select table_name from information_schema.tables \
                        where table_schema = database() and table_name like '%godwit%' \
                        union all select column_name from information_schema.columns \
                        where table_schema = database() and column_name like '%godwit%' \
                        union all select index_name from information_schema.statistics \
                        where table_schema = database() and index_name like '%godwit%' \
                        union all select constraint_name from information_schema.table_constraints \
                        where table_schema = database() and constraint_name like '%godwit%'""";
            case H2 -> throw new IllegalArgumentException("H2 has no phases.");
        };
        return rows(query, connection);
    }

    private static LiveSchema read(Connection connection) throws SQLException {
        return Introspector.read(connection).unnamed();
    }

    private interface Body {
        void accept(Connection connection) throws SQLException;
    }

    /** On a database of the test's own, emptied. */
    private void with(DatabaseKind kind, String purpose, Body body) {
        try {
            String name = kind + purpose;
            if (!databases.containsKey(name)) {
                databases.put(name, Databases.fresh(kind));
            }
            try (Connection connection = databases.get(name).connect()) {
                execute(emptying(kind, connection.getCatalog()), connection);
                body.accept(connection);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> emptying(DatabaseKind kind, String database) {
        return switch (kind) {
            case POSTGRESQL -> List.of("drop schema public cascade", "create schema public");
            case MARIADB, MYSQL ->
                List.of("drop database " + database, "create database " + database, "use " + database);
            case H2 -> List.of("drop all objects");
        };
    }

    @AfterAll
    void closeDatabases() throws SQLException {
        for (TestDatabase database : databases.values()) {
            database.close();
        }
    }

    private static void execute(List<String> statements, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                try {
                    statement.execute(sql);
                } catch (SQLException e) {
                    throw new AssertionError(sql, e);
                }
            }
        }
    }

    private static List<String> rows(String query, Connection connection) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getObject(i)));
                }
                rows.add(String.join("|", row));
            }
        }
        return rows;
    }
}
