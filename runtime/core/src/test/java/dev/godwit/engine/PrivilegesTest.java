package dev.godwit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.DatabaseKind;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The privileges that docs/engine.md names are enough. */
class PrivilegesTest {

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aUserWithJustTheDocumentedPrivilegesMigratesAndGoesBack(DatabaseKind kind) throws SQLException {
        String user = "migrator_" + System.nanoTime();
        try (TestDatabase database = Databases.fresh(kind)) {
            database.execute(grants(kind, user));
            String url = database.url().replace(";DB_CLOSE_DELAY=-1", "");
            Engine engine = Engine.of(Shop.source(), () -> DriverManager.getConnection(url, user, ""), Quiet.OPTIONS);

            assertThat(engine.migrate(Optional.empty()).migrations()).hasSize(3);
            assertThat(engine.rollback(RollbackTarget.steps(2)).migrations()).hasSize(2);
            assertThat(engine.migrate(Optional.empty()).migrations()).hasSize(2);
        }
    }

    private static String[] grants(DatabaseKind kind, String user) {
        return switch (kind) {
            case POSTGRESQL ->
                new String[] {"create role " + user + " login", "grant usage, create on schema public to " + user};
            case MARIADB, MYSQL ->
                new String[] {
                    "create user " + user + "@localhost",
                    "grant select, insert, update, delete, create, alter, drop, index, references on *.* to " + user
                            + "@localhost"
                };
            case H2 -> new String[] {"create user " + user + " password ''", "grant alter any schema to " + user};
        };
    }
}
