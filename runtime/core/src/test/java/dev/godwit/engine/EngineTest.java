package dev.godwit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.report.Executed;
import dev.godwit.engine.report.MigrationState;
import dev.godwit.engine.report.MigrationStatus;
import dev.godwit.engine.report.PlannedMigration;
import dev.godwit.engine.report.PlannedStep;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EngineTest {

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    private static Engine engine(TestDatabase database) {
        return Quiet.engine(Shop.source(), database);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void migratesAndGoesBackAndForthAgain(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = engine(database);

            assertThat(engine.migrate(Optional.of(Ledgers.version(2).text())).migrations())
                    .extracting(Executed::description)
                    .containsExactly("customers", "orders");
            database.execute("insert into customers (id, name) values (1, 'Ada Lovelace'), (2, 'Cher')");
            assertThat(engine.migrate(Optional.empty()).head())
                    .contains(Ledgers.version(3).text());
            assertThat(Rows.of(database, "select first_name, last_name from customers order by id"))
                    .containsExactly("Ada|Lovelace", "Cher|");

            assertThat(engine.rollback(RollbackTarget.steps(2)).migrations())
                    .extracting(Executed::description)
                    .containsExactly("address", "orders");
            assertThat(Rows.of(database, "select name from customers order by id"))
                    .containsExactly("Ada Lovelace", "Cher");
            assertThat(engine.migrate(Optional.empty()).migrations()).hasSize(2);
            assertThat(engine.status().isUpToDate()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void plansWithoutChangingAnything(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = engine(database);

            List<PlannedMigration> planned = engine.plan(Optional.empty()).migrations();

            assertThat(planned)
                    .extracting(PlannedMigration::description)
                    .containsExactly("customers", "orders", "address");
            assertThat(planned.get(0).steps())
                    .extracting(PlannedStep::sql)
                    .anyMatch(sql -> sql.contains("create table"));
            assertThat(engine.status().migrations())
                    .extracting(MigrationStatus::state)
                    .containsOnly(MigrationState.UNAPPLIED);
            assertThat(Rows.tables(database)).isEmpty();
        }
    }
}
