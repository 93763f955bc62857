package dev.godwit.engine.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.DatabaseKind;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is in the way of a change of a definition on MySQL. */
class MysqlHoldersTest {

    private static final Server SERVER = new MysqlServer(DatabaseKind.MYSQL);

    private static final List<String> OF_PEOPLE = List.of(
            "alter table people add column email varchar(9)",
            "create trigger later before insert on people for each row set @x = 1",
            "DROP TRIGGER IF EXISTS noted");

    private static final List<String> OF_OTHERS = List.of(
            "create table flats (id int)",
            "create trigger later before insert on pets for each row update people set name = 'x'",
            "drop table pets",
            "update people set name = 'x'");

    private static void requireHeld(Connection connection, List<String> statements, boolean held) throws SQLException {
        for (String sql : statements) {
            assertThat(SERVER.holders(connection, sql).areThere()).as(sql).isEqualTo(held);
        }
    }

    @Test
    void areThoseThatHoldWhatIsChanged() throws SQLException {
        try (TestDatabase database = Databases.fresh(DatabaseKind.MYSQL);
                Connection connection = database.connect();
                Connection application = database.connect();
                Statement statement = application.createStatement()) {
            database.execute(
                    "create table people (id int primary key, name varchar(9))",
                    "create table pets (id int primary key)",
                    "create trigger noted before update on people for each row set @x = 1");
            requireHeld(connection, OF_PEOPLE, false);
            application.setAutoCommit(false);
            statement.executeQuery("select * from people");
            requireHeld(connection, OF_PEOPLE, true);
            requireHeld(connection, OF_OTHERS, false);
            application.commit();
            requireHeld(connection, OF_PEOPLE, false);
        }
    }

    @Test
    void areNobodyForAUserWhoMayNotAsk() throws SQLException {
        try (TestDatabase database = Databases.fresh(DatabaseKind.MYSQL);
                Connection application = database.connect();
                Statement statement = application.createStatement()) {
            String user = application.getCatalog() + "_u";
            database.execute(
                    "create table people (id int primary key, name varchar(9))",
                    "create user %s identified by 'p'".formatted(user),
                    "grant all on %s.* to %s".formatted(application.getCatalog(), user));
            application.setAutoCommit(false);
            statement.executeQuery("select * from people");
            String url = database.url().replaceAll("[?&]user=[^&]*", "");
            try (Connection connection = DriverManager.getConnection(url, user, "p")) {
                requireHeld(connection, List.of("alter table people add column email varchar(9)"), false);
            } finally {
                application.rollback();
                database.execute("drop user " + user);
            }
        }
    }
}
