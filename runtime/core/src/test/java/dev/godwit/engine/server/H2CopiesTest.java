package dev.godwit.engine.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.DatabaseKind;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The states in which an ALTER TABLE of H2 can be killed. */
class H2CopiesTest {

    private static final String COPY = "create table customers_copy_3_0 (id bigint not null, name varchar(9),"
            + " constraint customers_copy_3_0_uq_name unique (name), primary key (id))";
    private static final String INDEX = "create index customers_copy_3_0_ix_name on customers_copy_3_0 (name, id)";

    private static List<String> names(Connection connection, String what, String table) throws SQLException {
        return Jdbc.query(
                connection,
                "select " + what + " from information_schema." + table + " where table_schema = 'PUBLIC' order by 1",
                row -> row.getString(1));
    }

    @Test
    void aCopyBesideItsTableIsDropped() throws SQLException {
        try (TestDatabase database = Databases.fresh(DatabaseKind.H2);
                Connection connection = database.connect()) {
            database.execute(
                    "create table customers (id bigint primary key)", "insert into customers values (1)", COPY, INDEX);

            new H2Copies(connection).sweep();

            assertThat(names(connection, "table_name", "tables")).containsExactly("CUSTOMERS");
            assertThat(Jdbc.text(connection, "select count(*) from customers")).contains("1");
        }
    }

    @Test
    void aCopyWithoutItsTableBecomesTheTable() throws SQLException {
        try (TestDatabase database = Databases.fresh(DatabaseKind.H2);
                Connection connection = database.connect()) {
            database.execute(COPY, INDEX, "insert into customers_copy_3_0 values (1, 'Ada')");

            new H2Copies(connection).sweep();

            assertThat(names(connection, "table_name", "tables")).containsExactly("CUSTOMERS");
            assertThat(Jdbc.text(connection, "select name from customers")).contains("Ada");
            assertThat(names(connection, "constraint_name", "table_constraints"))
                    .contains("UQ_NAME");
            assertThat(names(connection, "index_name", "indexes")).contains("IX_NAME");
        }
    }

    @Test
    void keysAndIndexesOfARenamedCopyGetTheirNames() throws SQLException {
        try (TestDatabase database = Databases.fresh(DatabaseKind.H2);
                Connection connection = database.connect()) {
            database.execute(COPY, INDEX, "alter table customers_copy_3_0 rename to customers");

            new H2Copies(connection).sweep();

            assertThat(names(connection, "constraint_name", "table_constraints"))
                    .contains("UQ_NAME");
            assertThat(names(connection, "index_name", "indexes"))
                    .contains("IX_NAME")
                    .noneMatch(name -> name.contains("_COPY_"));
        }
    }
}
