package dev.godwit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a start costs when nothing is to be done. */
class NothingToDoTest {

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    /** Finds no class at all. */
    private static final class Blind extends ClassLoader {
        Blind() {
            super(null);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void isOneStatementAndLoadsNoMigration(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Quiet.engine(Shop.source(), database).migrate(Optional.empty());
            StatementCounter counter = new StatementCounter(ConnectionSource.of(database.dataSource()));
            MigrationSource blind = new MigrationSource(Shop.source().ledger(), new Blind());

            var report = Engine.of(blind, counter, Quiet.OPTIONS).migrate(Optional.empty());

            assertThat(report.migrations()).isEmpty();
            assertThat(report.head()).contains(Ledgers.version(3).text());
            assertThat(counter.statements()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theHistoryOfAnotherSchemaOnTheSearchPathIsNotTakenForThisOne(DatabaseKind kind) throws SQLException {
        if (kind != DatabaseKind.POSTGRESQL) {
            return;
        }
        try (TestDatabase database = Databases.fresh(kind)) {
            Quiet.engine(Shop.source(), database).migrate(Optional.empty());
            database.execute("create schema tenant");
            ConnectionSource tenant = () -> {
                var connection = database.connect();
                try (var statement = connection.createStatement()) {
                    statement.execute("set search_path to tenant, public");
                }
                return connection;
            };

            assertThat(Engine.of(Shop.source(), tenant, Quiet.OPTIONS)
                            .migrate(Optional.empty())
                            .migrations())
                    .hasSize(3);
            assertThat(Rows.of(database, "select count(*) from tenant.orders")).containsExactly("0");
        }
    }
}
