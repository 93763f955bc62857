package dev.godwit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.change.DatabaseKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatabasesTest {

    static List<DatabaseKind> kinds() {
        return Databases.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void eachDatabaseIsItsOwn(DatabaseKind kind) throws SQLException {
        try (TestDatabase one = Databases.fresh(kind);
                TestDatabase other = Databases.fresh(kind)) {
            one.execute("create table t (id int)", "insert into t values (1)");
            other.execute("create table t (id int)");

            assertThat(rows(one)).isEqualTo(1);
            assertThat(rows(other)).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aClosedDatabaseIsGone(DatabaseKind kind) throws SQLException {
        TestDatabase database = Databases.fresh(kind);
        database.execute("create table t (id int)");
        database.close();

        assertThatThrownBy(() -> rows(database)).isInstanceOf(SQLException.class);
    }

    private static int rows(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from t")) {
            result.next();
            return result.getInt(1);
        }
    }
}
