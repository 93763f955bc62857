package dev.godwit.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.report.CopyReport;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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

    /** System property: how many rows at most, 300,000 unless said. */
    private static final String ROWS = "godwit.bench.rows";

    /** System property: of how many interleaved rounds the medians are taken, 3 unless said. */
    private static final String ROUNDS = "godwit.bench.rounds";

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
        if (rows > Long.getLong(ROWS, 300_000)) {
            return;
        }
        List<Measure> updates = new ArrayList<>();
        List<Measure> loops = new ArrayList<>();
        List<Measure> backfills = new ArrayList<>();
        for (int i = 0; i < Integer.getInteger(ROUNDS, 3); i++) {
            updates.add(measured(kind, rows, RowsCostTest::oneUpdate));
            loops.add(measured(kind, rows, RowsCostTest::loop));
            backfills.add(measured(
                    kind, rows, database -> Shoppers.engine(database, 2).migrate(Optional.empty())));
        }
        Measure loop = median(loops);
        Measure backfill = median(backfills);
        System.out.printf(
                "%s, %d rows, medians of %d: one update %s; loop by %d %s; Godwit %s, %.2f times the loop%n",
                kind,
                rows,
                loops.size(),
                median(updates).text(rows),
                LOOP,
                loop.text(rows),
                backfill.text(rows),
                (double) backfill.nanoseconds / loop.nanoseconds);
    }

    /** How long work took, and how a client fared meanwhile. */
    private record Measure(long nanoseconds, String client) {

        String text(int rows) {
            return "%d ms (%.2f us a row, client %s)"
                    .formatted(nanoseconds / 1_000_000, nanoseconds / 1e3 / rows, client);
        }
    }

    private static Measure median(List<Measure> measures) {
        return measures.stream()
                .sorted(Comparator.comparingLong(Measure::nanoseconds))
                .toList()
                .get(measures.size() / 2);
    }

    private static Measure measured(DatabaseKind kind, int rows, Action action) throws Exception {
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
                return new Measure(took, client.toString());
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
        int rows = (int) Math.min(1_000_000, Long.getLong(ROWS, 300_000));
        List<Double> without = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        try (TestDatabase source = Databases.fresh(from)) {
            Shoppers.fill(source, rows);
            for (int i = 0; i < Integer.getInteger(ROUNDS, 3); i++) {
                try (TestDatabase target = Databases.fresh(to);
                        TestDatabase plain = Databases.fresh(to)) {
                    Shoppers.engine(plain, 1).migrate(Optional.empty());
                    double raw = PlainCopy.run(source, plain);
                    CopyReport report = Shoppers.engine(target, 1).copy(source.dataSource()::getConnection, false);
                    assertThat(report.rows()).isEqualTo(rows);
                    without.add(report.took().minus(report.compared()).toNanos() / raw);
                    with.add(report.took().toNanos() / raw);
                }
            }
        }
        Collections.sort(without);
        Collections.sort(with);
        System.out.printf(
                "%s to %s, %d rows, %d rounds: %.2f times plain JDBC (from %.2f to %.2f), with both sides compared %.2f%n",
                from,
                to,
                rows,
                without.size(),
                without.get(without.size() / 2),
                without.get(0),
                without.get(without.size() - 1),
                with.get(with.size() / 2));
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
