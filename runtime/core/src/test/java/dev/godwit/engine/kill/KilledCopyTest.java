package dev.godwit.engine.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.Engine;
import dev.godwit.engine.Options;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.event.Event;
import dev.godwit.engine.event.Listener;
import dev.godwit.engine.report.CopyReport;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.ledger.Ledger;
import dev.godwit.testing.Databases;
import dev.godwit.testing.Ledgers;
import dev.godwit.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One copy that is killed by SIGKILL again and again, each run going on where the one before was: in the end both databases
 * hold the same rows.
 *
 * <p>The suite kills twice on the way of 20,000 rows, {@code -Pkill} five times on that of 1,000,000.
 */
class KilledCopyTest {

    private static final String SEED = "godwit.kill.seed";

    /** At least so many batches make a copy. */
    private static final int BATCHES = 100;

    /** So many times as many rows has a batch that nobody waits for. */
    private static final int ALONE = 4;

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"MARIADB, POSTGRESQL", "POSTGRESQL, MARIADB"})
    void goesOnEachTime(DatabaseKind from, DatabaseKind to) throws Exception {
        boolean full = Boolean.getBoolean(Chain.FULL);
        int rows = full ? 1_000_000 : Accounts.ROWS;
        int wanted = full ? 5 : 2;
        long seed = Long.getLong(SEED, System.nanoTime());
        Random random = new Random(seed);
        Ledger ledger = Ledgers.of(List.of(Accounts.Table.class));
        Path file = Files.writeString(directory.resolve("migrations"), ledger.text());
        try (TestDatabase source = Databases.fresh(from);
                TestDatabase target = Databases.fresh(to)) {
            engine(source, ledger, event -> {}).migrate(Optional.empty());
            Accounts.fill(source, rows);
            int kills = 0;
            for (int i = 0; i < wanted; i++) {
                int batches = 1 + random.nextInt(BATCHES / (wanted + 1) - 1);
                try (Victim victim = Victim.copying(source, target, file, rows / BATCHES / ALONE, batches)) {
                    kills += victim.killAfter(random.nextInt(20)) ? 1 : 0;
                }
            }
            AtomicLong rest = new AtomicLong();
            CopyReport report = engine(target, ledger, event -> keep(event, rest))
                    .copy(ConnectionSource.of(source.dataSource()), false);

            assertThat(kills).isEqualTo(wanted);
            assertThat(report.rows()).isEqualTo(rows);
            assertThat(checksum(target)).isEqualTo(checksum(source));
            System.out.printf(
                    "%s to %s: killed %d times on the way of %d rows (seed %d); the last run had %d rows to copy%n",
                    from, to, kills, rows, seed, rest.get());
        }
    }

    private static void keep(Event event, AtomicLong rows) {
        if (event instanceof Event.Progress batch) {
            rows.set(batch.done());
        }
    }

    private static long checksum(TestDatabase database) throws SQLException {
        CRC32C sum = new CRC32C();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setFetchSize(2000);
            try (ResultSet rows = statement.executeQuery("select id, name, points from accounts order by id")) {
                while (rows.next()) {
                    String row = "%d %s %d%n".formatted(rows.getLong(1), rows.getString(2), rows.getLong(3));
                    sum.update(row.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return sum.getValue();
    }

    private static Engine engine(TestDatabase database, Ledger ledger, Listener listener) {
        return Engine.of(
                new MigrationSource(ledger, KilledCopyTest.class.getClassLoader()),
                ConnectionSource.of(database.dataSource()),
                Options.DEFAULT.withListener(listener));
    }
}
