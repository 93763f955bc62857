package dev.godwit.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.Change;
import dev.godwit.change.DatabaseKind;
import dev.godwit.change.FillColumn;
import dev.godwit.change.PreconditionException;
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
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Databases for manoeuvres, each emptied before it is used again; {@code -Dgodwit.manoeuvre=<regular expression>} for those
 * alone whose name behind the kind of database, as in {@code MYSQL: split table}, is of that form.
 */
final class PhasedDatabases implements AutoCloseable {

    private static final Pattern ONLY = Pattern.compile(System.getProperty("godwit.manoeuvre", ".*"));

    private final Map<String, TestDatabase> databases = new HashMap<>();

    interface Body {
        void accept(Connection connection) throws SQLException;
    }

    /** A test for each manoeuvre on each database that it is for. */
    Stream<DynamicTest> each(BiConsumer<DatabaseKind, Manoeuvre> test) {
        return each(manoeuvre -> true, test);
    }

    /** A test for each manoeuvre of some kind on each database that it is for. */
    Stream<DynamicTest> each(Predicate<Manoeuvre> which, BiConsumer<DatabaseKind, Manoeuvre> test) {
        return Databases.kinds().stream()
                .filter(kind -> kind != DatabaseKind.H2)
                .flatMap(kind -> Manoeuvres.all().stream()
                        .filter(which)
                        .filter(manoeuvre ->
                                ONLY.matcher(kind + ": " + manoeuvre).matches())
                        .filter(manoeuvre -> manoeuvre.databases().contains(kind))
                        .map(manoeuvre ->
                                DynamicTest.dynamicTest(kind + ": " + manoeuvre, () -> test.accept(kind, manoeuvre))));
    }

    /** On an empty database of its own. */
    void with(DatabaseKind kind, String purpose, Body body) {
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

    /** Creates what is there before, and plans. */
    static Plan prepared(Connection connection, Dialect dialect, Manoeuvre manoeuvre) throws SQLException {
        PlanRun.run(dialect.plan(manoeuvre.setUp(), () -> Schema.EMPTY), connection, dialect);
        execute(manoeuvre.rows(), connection);
        Plan plan = dialect.plan(manoeuvre.course());
        assertThat(PlanRun.refusals(plan, connection)).isEmpty();
        return plan;
    }

    private record Undo(List<Change> changes, Schema from) {}

    /** Takes back the changes that took effect and were not taken apart. */
    static void undo(Manoeuvre manoeuvre, Plan plan, List<StepGroup> executed, Connection connection, Dialect dialect)
            throws SQLException {
        for (Undo undo : undos(manoeuvre, plan, executed)) {
            PlanRun.run(dialect.plan(undo.changes(), undo::from), connection, dialect);
        }
    }

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

    static void execute(List<String> statements, Connection connection) throws SQLException {
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

    /** What a query gives, a text for each row. */
    static List<String> rows(String query, Connection connection) throws SQLException {
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

    @Override
    public void close() throws SQLException {
        for (TestDatabase database : databases.values()) {
            database.close();
        }
    }
}
