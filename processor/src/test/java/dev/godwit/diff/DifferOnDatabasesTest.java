package dev.godwit.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.Change;
import dev.godwit.change.DatabaseKind;
import dev.godwit.dialect.Dialect;
import dev.godwit.dialect.Dialects;
import dev.godwit.model.Model;
import dev.godwit.model.Settings;
import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.model.Settings.Naming;
import dev.godwit.plan.Step;
import dev.godwit.plan.StepGroup;
import dev.godwit.plan.Work;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Schema;
import dev.godwit.snapshot.Snapshot;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The order of changes holds on real databases: models edited release by release, each migrated there, back, there. */
class DifferOnDatabasesTest {

    private static final int LIVES = 3;
    private static final int RELEASES = 12;
    private static final Settings SETTINGS =
            new Settings("shop", Naming.Convention.JPA, true, HibernateLine.V7, Map.of());

    static Stream<DatabaseKind> kinds() {
        return Databases.kinds().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyReleaseComesAndGoesAndComes(DatabaseKind kind) throws SQLException {
        for (long seed = 0; seed < LIVES; seed++) {
            try (TestDatabase database = Databases.fresh(kind);
                    Connection connection = database.connect()) {
                live(seed, connection);
            }
        }
    }

    private static void live(long seed, Connection connection) throws SQLException {
        Dialect dialect = Dialects.of(connection);
        LivingModel life = new LivingModel(seed);
        Snapshot snapshot = Snapshot.empty(SETTINGS);
        for (int release = 0; release < RELEASES; release++) {
            String what = "seed %d, release %d".formatted(seed, release);
            Model model = life.model();
            Schema before = snapshot.schema();
            Difference difference = Differ.between(snapshot, model);
            run(what, difference.up(), before, dialect, connection);
            assertThat(columns(connection)).as(what).isEqualTo(columns(difference.after()));
            run(what, difference.down(), difference.after(), dialect, connection);
            assertThat(columns(connection)).as(what + " back").isEqualTo(columns(before));
            run(what, difference.up(), before, dialect, connection);
            snapshot = new Snapshot(Optional.empty(), SETTINGS, difference.after(), model.origins());
            life.edit();
        }
    }

    private static void run(String what, List<Change> changes, Schema before, Dialect dialect, Connection connection)
            throws SQLException {
        for (StepGroup group : dialect.plan(changes, () -> before).groups()) {
            connection.setAutoCommit(!group.transactional());
            run(what, changes, group, dialect, connection);
            connection.setAutoCommit(true);
        }
    }

    private static void run(
            String what, List<Change> changes, StepGroup group, Dialect dialect, Connection connection) {
        for (Step step : group.steps()) {
            String sql = step.work().accept(new Statements(connection, dialect));
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new AssertionError(
                        "%s: %s%n%s%nof %s"
                                .formatted(
                                        what,
                                        e.getMessage(),
                                        sql,
                                        changes.stream().map(Object::toString).collect(Collectors.joining("\n"))),
                        e);
            }
        }
    }

    private static TreeSet<String> columns(Schema schema) {
        TreeSet<String> columns = new TreeSet<>();
        schema.tables()
                .values()
                .forEach(table -> table.columns()
                        .values()
                        .forEach(column -> columns.add("%s.%s %s"
                                .formatted(table.name(), column.name(), column.nullable() ? "null" : "not null"))));
        return columns;
    }

    private static TreeSet<String> columns(Connection connection) throws SQLException {
        TreeSet<String> columns = new TreeSet<>();
        String schema = Optional.ofNullable(connection.getSchema()).orElse("%");
        try (ResultSet found = connection.getMetaData().getColumns(connection.getCatalog(), schema, "%", "%")) {
            while (found.next()) {
                columns.add("%s.%s %s"
                        .formatted(
                                found.getString("TABLE_NAME").toLowerCase(Locale.ROOT),
                                found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT),
                                found.getString("IS_NULLABLE").equals("YES") ? "null" : "not null"));
            }
        }
        return columns;
    }

    private record Statements(Connection connection, Dialect dialect) implements Work.Visitor<String> {

        @Override
        public String sql(Work.Sql work) {
            return work.sql();
        }

        @Override
        public String namedByDatabase(Work.NamedByDatabase work) {
            try (PreparedStatement lookup = connection.prepareStatement(work.lookup())) {
                for (int i = 0; i < work.parameters().size(); i++) {
                    lookup.setString(i + 1, work.parameters().get(i));
                }
                try (ResultSet found = lookup.executeQuery()) {
                    assertThat(found.next()).as(work.subject()).isTrue();
                    return work.template()
                            .replace(
                                    Work.NamedByDatabase.NAME, dialect.quote(new Identifier(found.getString(1), true)));
                }
            } catch (SQLException e) {
                throw new AssertionError(work.subject(), e);
            }
        }

        @Override
        public String rows(Work.Rows work) {
            throw new AssertionError("No difference holds row code.");
        }

        @Override
        public String copyRows(Work.CopyRows work) {
            throw new AssertionError("No change copies rows.");
        }

        @Override
        public String verify(Work.Verify work) {
            return work.query();
        }

        @Override
        public String fill(Work.Fill work) {
            return work.update() + " where " + work.condition();
        }
    }
}
