package dev.godwit.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.Engine;
import dev.godwit.engine.Options;
import dev.godwit.engine.RollbackTarget;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.ledger.Ledger;
import dev.godwit.testing.Databases;
import dev.godwit.testing.Ledgers;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An address split into street, city and state by Java code and joined again: no row is lost or altered, texts that are
 * none are reported, code that throws far inside says where and goes on there; beside a loop by hand.
 */
@EnabledIfSystemProperty(named = "godwit.bench", matches = "true")
class AddressSplitTest {

    private static final int LOOP = 5000;

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void forthAndBack(DatabaseKind kind) throws SQLException {
        int rows = Integer.getInteger("godwit.bench.rows", 1_000_000);
        int unreadable = (int) (rows * 0.731_204);
        try (TestDatabase database = Databases.fresh(kind);
                TestDatabase other = Databases.fresh(kind)) {
            Engine engine = filled(database, rows);
            String before = text(database, Addresses.checksum(kind));
            String address = text(database, "select address from people where id = " + unreadable);
            database.execute("update people set address = '" + Addresses.UNREADABLE + "' where id = " + unreadable);

            long start = System.nanoTime();
            assertThatThrownBy(() -> engine.migrate(Optional.empty()))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContainingAll("GW3054", "people", "id = " + unreadable);
            database.execute("update people set address = '" + address + "' where id = " + unreadable);
            engine.migrate(Optional.empty());
            long forth = System.nanoTime() - start;
            assertThat(text(database, "select count(*) from unsplit_addresses"))
                    .isEqualTo("" + rows / Addresses.MALFORMED_EACH);
            assertThat(text(database, "select count(*) from people where street is null"))
                    .isEqualTo("" + rows / Addresses.MALFORMED_EACH);

            start = System.nanoTime();
            engine.rollback(RollbackTarget.steps(1));
            long back = System.nanoTime() - start;
            assertThat(text(database, Addresses.checksum(kind))).isEqualTo(before);

            filled(other, rows);
            long byHand = byHand(other);
            System.out.printf(
                    "%s, %d rows: split %.2f times a loop by hand (interrupted at row %d), joined %.2f times;"
                            + " checksums equal, %d texts reported%n",
                    kind,
                    rows,
                    (double) forth / byHand,
                    unreadable,
                    (double) back / byHand,
                    rows / Addresses.MALFORMED_EACH);
        }
    }

    private static Engine filled(TestDatabase database, int rows) throws SQLException {
        Ledger ledger = Ledgers.of(List.of(Addresses.Table.class, Addresses.Split.class));
        Engine engine = Engine.of(
                new MigrationSource(ledger, AddressSplitTest.class.getClassLoader()),
                ConnectionSource.of(database.dataSource()),
                Options.DEFAULT.withListener(event -> {}));
        engine.migrate(Optional.of(Ledgers.version(1).text()));
        Addresses.fill(database, rows);
        return engine;
    }

    private static String text(TestDatabase database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    /** What one would write: some rows behind the last key, an update each as one batch, a commit. */
    private static long byHand(TestDatabase database) throws SQLException {
        long start = System.nanoTime();
        database.execute(
                "alter table people add column street varchar(60)",
                "alter table people add column city varchar(60)",
                "alter table people add column state varchar(60)");
        try (Connection connection = database.connect();
                PreparedStatement select = connection.prepareStatement(
                        "select id, address from people where id > ? order by id limit " + LOOP + " for update");
                PreparedStatement update =
                        connection.prepareStatement("update people set street = ?, city = ?, state = ? where id = ?")) {
            connection.setAutoCommit(false);
            long last = 0;
            int read = LOOP;
            while (read == LOOP) {
                read = 0;
                select.setLong(1, last);
                try (ResultSet result = select.executeQuery()) {
                    while (result.next()) {
                        read++;
                        last = result.getLong(1);
                        add(update, last, Addresses.Parts.of(result.getString(2)));
                    }
                }
                update.executeBatch();
                connection.commit();
            }
        }
        database.execute("alter table people drop column address");
        return System.nanoTime() - start;
    }

    private static void add(PreparedStatement update, long id, Optional<Addresses.Parts> parts) throws SQLException {
        if (parts.isPresent()) {
            update.setString(1, parts.get().street());
            update.setString(2, parts.get().city());
            update.setString(3, parts.get().state());
            update.setLong(4, id);
            update.addBatch();
        }
    }
}
