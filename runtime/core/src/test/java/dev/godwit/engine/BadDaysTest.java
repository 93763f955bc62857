package dev.godwit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that do not take what they are told, and clocks that are wrong: said with a code, and gone on with after it. */
class BadDaysTest {

    @TempDir
    Path directory;

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    private static Engine engine(TestDatabase database) {
        return Quiet.engine(Shop.source(), database);
    }

    /** H2 reads only what is a file. */
    private TestDatabase lasting(DatabaseKind kind) throws SQLException {
        if (kind != DatabaseKind.H2) {
            return Databases.fresh(kind);
        }
        String url = "jdbc:h2:file:" + directory.resolve("db");
        return new TestDatabase(kind, url, "sa", "", url, "shutdown");
    }

    /** As on a standby, or where an operator has said so. */
    @ParameterizedTest
    @MethodSource("databases")
    void aSessionThatOnlyReads(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = lasting(kind)) {
            engine(database).migrate(Optional.of(Ledgers.version(1).text()));
            Engine reader = Engine.of(Shop.source(), readOnly(database), Quiet.OPTIONS);

            assertThat(reader.status().isUpToDate()).isFalse();
            assertThat(reader.plan(Optional.empty()).migrations()).hasSize(2);
            assertThatThrownBy(() -> reader.migrate(Optional.empty()))
                    .hasMessageStartingWith("GW3007: The database takes no changes");
            assertThat(Rows.tables(database)).doesNotContain("orders");

            engine(database).migrate(Optional.empty());
            assertThat(reader.migrate(Optional.empty()).migrations()).isEmpty();
        }
    }

    private static ConnectionSource readOnly(TestDatabase database) {
        return switch (database.kind()) {
            case POSTGRESQL -> after(database, "set default_transaction_read_only = on");
            case MARIADB, MYSQL -> after(database, "set session transaction read only");
            case H2 -> () -> DriverManager.getConnection(database.url() + ";ACCESS_MODE_DATA=r", "sa", "");
        };
    }

    private static ConnectionSource after(TestDatabase database, String sql) {
        return () -> {
            Connection connection = database.connect();
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
            return connection;
        };
    }

    /** In the middle of a migration: its foreign key stands already where DDL commits by itself. */
    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aDatabaseThatRefusesOneKindOfDdl(DatabaseKind kind) throws SQLException {
        String user = "builder_" + System.nanoTime();
        try (TestDatabase database = Databases.fresh(kind)) {
            boolean postgresql = kind == DatabaseKind.POSTGRESQL;
            engine(database).migrate(Optional.of(Ledgers.version(1).text()));
            database.execute(
                    postgresql
                            ? new String[] {
                                "create function refuse() returns event_trigger language plpgsql as"
                                        + " $$ begin raise exception 'no indexes on weekdays'; end $$",
                                "create event trigger refuse on ddl_command_start when tag in ('CREATE INDEX')"
                                        + " execute function refuse()"
                            }
                            : new String[] {
                                "create user " + user + "@localhost",
                                "grant select, insert, update, delete, create, alter, drop, references on *.* to "
                                        + user + "@localhost"
                            });
            Engine engine = postgresql
                    ? engine(database)
                    : Engine.of(
                            Shop.source(), () -> DriverManager.getConnection(database.url(), user, ""), Quiet.OPTIONS);

            assertThatThrownBy(() -> engine.migrate(Optional.empty()))
                    .hasMessageStartingWith(postgresql ? "GW3052" : "GW3006")
                    .hasMessageContaining(postgresql ? "no indexes on weekdays" : "INDEX command denied");

            database.execute(postgresql ? "drop event trigger refuse" : "grant index on *.* to " + user + "@localhost");
            assertThat(engine.migrate(Optional.empty()).migrations()).hasSize(2);
            assertThat(engine.status().isUpToDate()).isTrue();
        }
    }

    static Stream<Arguments> clocks() {
        return Databases.kinds().stream()
                .flatMap(kind ->
                        Stream.of("1970-01-02 00:00:00", "2037-12-31 00:00:00").map(time -> Arguments.of(kind, time)));
    }

    /** What the history says of times is for people; order is the chain's, and that of the journal its numbers'. */
    @ParameterizedTest
    @MethodSource("clocks")
    void aClockThatJumped(DatabaseKind kind, String time) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = engine(database);
            engine.migrate(Optional.of(Ledgers.version(2).text()));
            database.execute(
                    "update godwit_history set applied_at = timestamp '%s' where version = '%s'"
                            .formatted(time, Ledgers.version(1)),
                    "update godwit_journal set noted_at = timestamp '%s'".formatted(time),
                    "update godwit_run set started_at = timestamp '%1$s', seen_at = timestamp '%1$s'".formatted(time));

            assertThat(engine.migrate(Optional.empty()).migrations()).hasSize(1);
            assertThat(engine.rollback(RollbackTarget.steps(2)).head())
                    .contains(Ledgers.version(1).text());
            assertThat(engine.migrate(Optional.empty()).migrations()).hasSize(2);
            assertThat(engine.status().isUpToDate()).isTrue();
        }
    }
}
