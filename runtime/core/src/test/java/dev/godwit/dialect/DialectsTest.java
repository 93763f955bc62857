package dev.godwit.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.change.DatabaseKind;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DialectsTest {

    static List<DatabaseKind> kinds() {
        return Databases.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aConnectionTellsItsDialect(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind);
                Connection connection = database.connect()) {
            assertThat(Dialects.of(connection).kind()).isEqualTo(kind);
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void thereIsADialectWithoutAConnection(DatabaseKind kind) {
        assertThat(Dialects.of(kind).kind()).isEqualTo(kind);
    }

    /** Servers of these versions are not at hand: what a driver would say stands in for them. */
    @ParameterizedTest
    @CsvSource({
        "MySQL, 5.5.5-10.11.6-MariaDB, 5, 5, MariaDB 10.11",
        "MySQL, 8.0.36, 8, 0, MySQL 8.0",
        "MariaDB, 10.6.1-MariaDB, 10, 6, MariaDB 10.6",
        "PostgreSQL, 14.1, 14, 1, PostgreSQL 14.1"
    })
    void theVersionIsWhatTheDriverSays(String product, String version, int major, int minor, String description)
            throws SQLException {
        assertThat(Dialects.of(saying(product, version, major, minor)).description())
                .isEqualTo(description);
    }

    @ParameterizedTest
    @CsvSource({
        "Oracle, 23, 23, 0, GW3110: The database is Oracle",
        "PostgreSQL, 13.2, 13, 2, GW3111: The database is PostgreSQL 13.2; Godwit supports PostgreSQL from 14.0 on",
        "MySQL, 5.7.44, 5, 7, GW3111: The database is MySQL 5.7; Godwit supports MySQL from 8.0 on",
        "MySQL, 5.5.5-10.3.1-MariaDB, 5, 5, GW3111: The database is MariaDB 10.3; Godwit supports MariaDB from 10.6 on"
    })
    void whatIsUnknownOrTooOldIsRefused(String product, String version, int major, int minor, String message) {
        assertThatThrownBy(() -> Dialects.of(saying(product, version, major, minor)))
                .isInstanceOf(DialectException.class)
                .hasMessageStartingWith(message);
    }

    private static Connection saying(String product, String version, int major, int minor) {
        Map<String, Object> answers = Map.of(
                "getDatabaseProductName", product,
                "getDatabaseProductVersion", version,
                "getDatabaseMajorVersion", major,
                "getDatabaseMinorVersion", minor);
        DatabaseMetaData metaData = proxy(DatabaseMetaData.class, answers);
        return proxy(Connection.class, Map.of("getMetaData", metaData));
    }

    private static <T> T proxy(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answers.get(method.getName())));
    }
}
