package dev.godwit.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.DatabaseKind;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Work on many rows beside what one would write by hand, each with a client that reads and updates single rows: one
 * statement over all, and a loop over the key by 5,000 rows.
 */
@EnabledIfSystemProperty(named = "godwit.bench", matches = "true")
class RowsCostTest {

    private static final int LOOP = 5000;

    @FunctionalInterface
    private interface Action {
        void run(TestDatabase database) throws SQLException;
    }

    @ParameterizedTest
    @CsvSource({
        "POSTGRESQL, 10000",
        "POSTGRESQL, 300000",
        "POSTGRESQL, 3000000",
        "MARIADB, 10000",
        "MARIADB, 300000",
        "MARIADB, 3000000"
    })
    void ofABackfill(DatabaseKind kind, int rows) throws Exception {
        long most = Long.getLong("godwit.bench.rows", 300_000);
        if (rows > most) {
            return;
        }
        System.out.printf(
                "%s, %d rows: one update %s, loop by %d %s, Godwit %s%n",
                kind,
                rows,
                measured(kind, rows, RowsCostTest::oneUpdate),
                LOOP,
                measured(kind, rows, RowsCostTest::loop),
                measured(kind, rows, database -> Shoppers.engine(database, 2).migrate(Optional.empty())));
    }

    private static String measured(DatabaseKind kind, int rows, Action action) throws Exception {
        try (TestDatabase database = Databases.fresh(kind)) {
            Shoppers.fill(database, rows);
            try (Client client = new Client(database, rows)) {
                long start = System.nanoTime();
                action.run(database);
                long took = System.nanoTime() - start;
                client.close();
                try (Connection connection = database.connect();
                        Statement statement = connection.createStatement();
                        ResultSet left =
                                statement.executeQuery("select count(*) from shoppers where full_name is null")) {
                    left.next();
                    assertThat(left.getLong(1)).isZero();
                }
                return "%d ms (%d rows/s, client %s)".formatted(took / 1_000_000, rows * 1_000_000_000L / took, client);
            }
        }
    }

    private static void oneUpdate(TestDatabase database) throws SQLException {
        database.execute(
                "alter table shoppers add column full_name varchar(90)",
                "update shoppers set full_name = " + Shoppers.FULL_NAME);
    }

    static void loop(TestDatabase database) throws SQLException {
        database.execute("alter table shoppers add column full_name varchar(90)");
        try (Connection connection = database.connect();
                PreparedStatement end = connection.prepareStatement(
                        "select id from shoppers where id > ? order by id limit 1 offset " + (LOOP - 1));
                PreparedStatement update = connection.prepareStatement("update shoppers set full_name = "
                        + Shoppers.FULL_NAME + " where id > ? and id <= ? and full_name is null")) {
            connection.setAutoCommit(false);
            long last = 0;
            boolean more = true;
            while (more) {
                end.setLong(1, last);
                long to = Long.MAX_VALUE;
                try (ResultSet row = end.executeQuery()) {
                    more = row.next();
                    if (more) {
                        to = row.getLong(1);
                    }
                }
                update.setLong(1, last);
                update.setLong(2, to);
                update.executeUpdate();
                connection.commit();
                last = to;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"MARIADB, POSTGRESQL", "POSTGRESQL, MARIADB", "POSTGRESQL, POSTGRESQL"})
    void ofACopy(DatabaseKind from, DatabaseKind to) throws Exception {
        int rows = (int) Math.min(1_000_000, Long.getLong("godwit.bench.rows", 300_000));
        try (TestDatabase source = Databases.fresh(from);
                TestDatabase target = Databases.fresh(to);
                TestDatabase plain = Databases.fresh(to)) {
            Shoppers.fill(source, rows);
            long start = System.nanoTime();
            var report = Shoppers.engine(target, 1).copy(source.dataSource()::getConnection, false);
            long all = System.nanoTime() - start;
            Shoppers.engine(plain, 1).migrate(Optional.empty());
            long raw = PlainCopy.run(source, plain);
            long rowsOnly = report.took().minus(report.compared()).toNanos();
            System.out.printf(
                    "%s to %s, %d rows: plain JDBC %d ms, Godwit %d ms (%.2f times), with both sides compared %d ms%n",
                    from, to, rows, raw / 1_000_000, rowsOnly / 1_000_000, (double) rowsOnly / raw, all / 1_000_000);
            assertThat(report.rows()).isEqualTo(rows);
        }
    }

    /** Reads and updates single rows by their key, and remembers how long each took. */
    private static final class Client implements AutoCloseable {

        private final AtomicBoolean stop = new AtomicBoolean();
        private final List<Long> times = new ArrayList<>();
        private final Thread thread;

        Client(TestDatabase database, int rows) {
            thread = new Thread(() -> work(database, rows));
            thread.start();
        }

        private void work(TestDatabase database, int rows) {
            Random random = new Random(1);
            try (Connection connection = database.connect();
                    PreparedStatement read = connection.prepareStatement("select visits from shoppers where id = ?");
                    PreparedStatement write =
                            connection.prepareStatement("update shoppers set visits = visits + 1 where id = ?")) {
                while (!stop.get()) {
                    long id = 1 + random.nextInt(rows);
                    long start = System.nanoTime();
                    read.setLong(1, id);
                    read.executeQuery().close();
                    write.setLong(1, id);
                    write.executeUpdate();
                    times.add(System.nanoTime() - start);
                    Thread.sleep(1);
                }
            } catch (SQLException | InterruptedException e) {
                System.out.println("The client was stopped: " + e.getMessage());
            }
        }

        @Override
        public void close() throws InterruptedException {
            stop.set(true);
            thread.join();
        }

        @Override
        public String toString() {
            if (times.isEmpty()) {
                return "not at work yet";
            }
            List<Long> sorted = new ArrayList<>(times);
            Collections.sort(sorted);
            long p99 = sorted.get(sorted.size() * 99 / 100);
            return "p99 %.1f ms, worst %.1f ms".formatted(p99 / 1e6, sorted.get(sorted.size() - 1) / 1e6);
        }
    }
}
