package dev.godwit.engine.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.Migration;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.Engine;
import dev.godwit.engine.Options;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.report.RunReport;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.ledger.Ledger;
import dev.godwit.testing.Databases;
import dev.godwit.testing.Ledgers;
import dev.godwit.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills a JVM by SIGKILL in the middle of work on many rows, while clients write to the same rows and insert others: the
 * next run finishes, each row was worked on once, and nothing that a client has written is lost.
 *
 * <p>The suite kills a few times, {@code -Pkill} 50 times for each kind of work and database.
 */
class KilledRowsTest {

    private static final String SEED = "godwit.kill.seed";

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void inABackfill(DatabaseKind kind) throws Exception {
        killed(kind, Accounts.Label.class, (database, written) -> {
            assertThat(Accounts.withoutLabel(database)).as("rows without label").isZero();
            assertThat(Accounts.points(database)).as("points").isEqualTo(written);
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void inJavaCode(DatabaseKind kind) throws Exception {
        killed(kind, Accounts.FirstName.class, (database, written) -> {
            assertThat(Accounts.withoutFirstName(database))
                    .as("rows without name")
                    .isZero();
            assertThat(Accounts.pointsBeyondTheBonus(database)).as("points").isEqualTo(written);
        });
    }

    /** What has to be true in the end. */
    @FunctionalInterface
    private interface Expectation {

        /** @param written how many points clients have given */
        void check(TestDatabase database, long written) throws SQLException;
    }

    private void killed(DatabaseKind kind, Class<? extends Migration> work, Expectation expectation) throws Exception {
        long seed = Long.getLong(SEED, System.nanoTime());
        Random random = new Random(seed);
        Ledger ledger = Ledgers.of(List.of(Accounts.Table.class, work));
        Path file = Files.writeString(directory.resolve("migrations"), ledger.text());
        long length = length(kind, ledger, file);
        int wanted = Boolean.getBoolean(Chain.FULL) ? 50 : 3;
        int kills = 0;
        for (int tries = 0; kills < wanted && tries < 3 * wanted; tries++) {
            long moment = random.nextLong(length);
            try (TestDatabase database = prepared(kind, ledger)) {
                if (killed(database, ledger, file, moment, seed, expectation)) {
                    kills++;
                }
            }
        }
        assertThat(kills).as("kills that came in time").isEqualTo(wanted);
        System.out.printf(
                "%s, %s: killed %d times within %d ms while clients wrote (seed %d), finished each time%n",
                kind, work.getSimpleName(), kills, length, seed);
    }

    /** False when the migration had ended before its moment: what clients inserted after that is not its business. */
    private static boolean killed(
            TestDatabase database, Ledger ledger, Path file, long moment, long seed, Expectation expectation)
            throws Exception {
        try (Victim victim = Victim.start(database, file, 0);
                Clients before = Clients.updatingAndInserting(database, seed)) {
            boolean killed = victim.killAfter(moment);
            before.end();
            if (!killed) {
                return false;
            }
            try (Clients after = Clients.updating(database, seed + 1)) {
                RunReport report = engine(database, ledger).migrate(Optional.empty());
                after.end();
                if (report.migrations().isEmpty()) {
                    return false;
                }
                assertThat(Accounts.rows(database))
                        .as("seed %d, killed after %d ms: rows", seed, moment)
                        .isEqualTo(Accounts.ROWS + before.inserted());
                expectation.check(database, before.updated() + after.updated());
            }
            return true;
        }
    }

    /** How many milliseconds a run takes that nobody kills, beside clients that write. */
    private long length(DatabaseKind kind, Ledger ledger, Path file) throws Exception {
        try (TestDatabase database = prepared(kind, ledger);
                Victim victim = Victim.start(database, file, 0);
                Clients clients = Clients.updatingAndInserting(database, 0)) {
            long length = Math.max(10, victim.millisecondsOfWork());
            clients.end();
            return length;
        }
    }

    private static TestDatabase prepared(DatabaseKind kind, Ledger ledger) throws SQLException {
        TestDatabase database = Databases.fresh(kind);
        engine(database, ledger).migrate(Optional.of(Ledgers.version(1).text()));
        Accounts.fill(database);
        return database;
    }

    private static Engine engine(TestDatabase database, Ledger ledger) {
        return Engine.of(
                new MigrationSource(ledger, KilledRowsTest.class.getClassLoader()),
                ConnectionSource.of(database.dataSource()),
                Options.DEFAULT.withListener(event -> {}));
    }
}
