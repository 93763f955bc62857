package dev.godwit.engine;

import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.report.MigrationState;
import dev.godwit.engine.report.MigrationStatus;
import dev.godwit.engine.report.ScriptReport;
import dev.godwit.introspect.Introspector;
import dev.godwit.introspect.LiveSchema;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What administrators run by hand, and what Godwit finds afterwards. */
class ScriptTest {

    private static final MigrationSource SHOP = Ledgers.of(Shop.Customers.class, Shop.Orders.class, Nickname.class);

    static List<DatabaseKind> kinds() {
        return Databases.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void leavesWhatARunWouldLeave(DatabaseKind kind) throws SQLException {
        try (TestDatabase byHand = Databases.fresh(kind);
                TestDatabase byRun = Databases.fresh(kind)) {
            Engine engine = Quiet.engine(SHOP, byHand);
            ScriptReport script = engine.script(Optional.empty());
            assertThat(script.end()).isEmpty();
            byHand.execute(script.executable().toArray(String[]::new));

            assertThat(states(engine)).containsOnly(MigrationState.APPLIED).hasSize(3);
            assertThat(engine.migrate(Optional.empty()).migrations()).isEmpty();
            assertThat(engine.drift().drift().differences()).isEmpty();
            Quiet.engine(SHOP, byRun).migrate(Optional.empty());
            assertThat(live(byHand)).isEqualTo(live(byRun));

            assertThat(engine.script(Optional.empty()).versions()).isEmpty();
            engine.rollback(RollbackTarget.steps(1));
            engine.migrate(Optional.empty());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void doesNothingTheSecondTime(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = Quiet.engine(Ledgers.of(Shop.Customers.class, Nickname.class), database);
            String[] statements = engine.script(Optional.empty()).executable().toArray(String[]::new);
            database.execute(statements);
            database.execute(statements);
            assertThat(states(engine)).containsOnly(MigrationState.APPLIED).hasSize(2);
        }
    }

    /** The rows of the journal say how far it is. */
    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aRunGoesOnWhereAScriptWasStopped(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = Quiet.engine(SHOP, database);
            List<String> statements = engine.script(Optional.empty()).executable();
            int index = 0;
            while (!statements.get(index).contains("create index")) {
                index++;
            }
            database.execute(statements.subList(0, index).toArray(String[]::new));
            engine.migrate(Optional.empty());
            assertThat(states(engine)).containsOnly(MigrationState.APPLIED).hasSize(3);
            assertThat(engine.drift().drift().differences()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void refusesADatabaseThatIsBehind(DatabaseKind kind) throws SQLException {
        try (TestDatabase first = Databases.fresh(kind);
                TestDatabase behind = Databases.fresh(kind)) {
            Engine engine = Quiet.engine(SHOP, first);
            engine.migrate(Optional.of("20260101000002"));
            String[] statements = engine.script(Optional.empty()).executable().toArray(String[]::new);
            assertThatThrownBy(() -> behind.execute(statements)).hasMessageContaining("GW3190: 20260101000002 must be");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void endsAtTheFirstStepInJava(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = Quiet.engine(Shop.source(), database);
            ScriptReport script = engine.script(Optional.empty());
            assertThat(script.end().orElseThrow()).startsWith("GW3192: ").contains("20260101000003");
            assertThat(script.text().lines().filter(line -> line.startsWith("-- GW3192: ")))
                    .hasSize(1);
            assertThat(script.versions()).containsExactly("20260101000001", "20260101000002");

            database.execute(script.executable().toArray(String[]::new));
            engine.migrate(Optional.empty());
            assertThat(states(engine)).containsOnly(MigrationState.APPLIED).hasSize(3);
        }
    }

    @Test
    void endsWhereSomethingIsKept() throws SQLException {
        try (TestDatabase database = Databases.fresh(DatabaseKind.POSTGRESQL)) {
            Engine engine = Quiet.engine(Ledgers.of(Shop.Customers.class, DropsNames.class), database);
            engine.migrate(Optional.of("20260101000001"));
            database.execute("insert into customers (id, name) values (1, 'Ada')");
            assertThat(engine.script(Optional.empty()).end().orElseThrow()).startsWith("GW3193: ");
        }
    }

    private static List<MigrationState> states(Engine engine) {
        return engine.status().migrations().stream().map(MigrationStatus::state).toList();
    }

    private static LiveSchema live(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return Introspector.read(connection)
                    .about(subject -> !subject.toLowerCase(Locale.ROOT).startsWith("godwit_"));
        }
    }

    public static final class Nickname implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers")
                    .addColumn("nickname", varchar(40).notNull().defaultValue("it's $s$ a ?"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").dropColumn("nickname");
        }
    }

    public static final class DropsNames implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").dropColumn("name");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").addColumn("name", varchar(80));
        }
    }
}
