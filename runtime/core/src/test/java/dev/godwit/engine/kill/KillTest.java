package dev.godwit.engine.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.DatabaseKind;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.io.IOException;
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
 * Kills a migrating JVM by SIGKILL, lets another one run, and compares with a run that nobody interrupted.
 *
 * <p>The suite kills a few times; {@code mvn verify -Pkill} kills at every event and at 200 random moments per database.
 * The system property {@value #TIMES} says how many random moments the suite tries, {@value #SEED} repeats the random moments of a run.
 */
class KillTest {

    private static final String SEED = "godwit.kill.seed";
    private static final String TIMES = "godwit.kill.times";

    @TempDir
    Path directory;

    private static boolean full() {
        return Boolean.getBoolean(Chain.FULL);
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "H2"})
    void atTheBoundariesOfSteps(DatabaseKind kind) throws Exception {
        List<String> expected = uninterrupted(kind);
        int stride = full() ? 1 : 37;
        int kills = 0;
        boolean killed = true;
        for (int event = 2; killed; event += stride) {
            try (TestDatabase database = prepared(kind);
                    Victim victim = Victim.start(database, ledger(), event)) {
                killed = victim.killWhenWaiting();
                kills += killed ? 1 : 0;
                rerun(database);
                assertThat(Picture.of(database)).as("killed at event %d", event).isEqualTo(expected);
            }
        }
        assertThat(kills).isGreaterThan(2);
        System.out.printf("%s: killed %d times at events, finished each time%n", kind, kills);
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "H2"})
    void atRandomMoments(DatabaseKind kind) throws Exception {
        long seed = Long.getLong(SEED, System.nanoTime());
        Random random = new Random(seed);
        List<String> expected = uninterrupted(kind);
        long length = length(kind);
        int wanted = full() ? 200 : Integer.getInteger(TIMES, 3);
        int kills = 0;
        for (int i = 0; i < wanted; i++) {
            long moment = random.nextLong(length);
            try (TestDatabase database = prepared(kind);
                    Victim victim = Victim.start(database, ledger(), 0)) {
                kills += victim.killAfter(moment) ? 1 : 0;
                rerun(database);
                assertThat(Picture.of(database))
                        .as("seed %d, killed after %d ms", seed, moment)
                        .isEqualTo(expected);
            }
        }
        System.out.printf(
                "%s: killed %d of %d times at random (seed %d), finished each time%n", kind, kills, wanted, seed);
    }

    private List<String> uninterrupted(DatabaseKind kind) throws Exception {
        try (TestDatabase database = prepared(kind)) {
            rerun(database);
            return Picture.of(database);
        }
    }

    /** How many milliseconds a run takes that nobody kills. */
    private long length(DatabaseKind kind) throws Exception {
        try (TestDatabase database = prepared(kind);
                Victim victim = Victim.start(database, ledger(), 0)) {
            return Math.max(10, victim.millisecondsOfWork());
        }
    }

    /** The next run is a JVM of its own too, where the database is a file. */
    private void rerun(TestDatabase database) throws Exception {
        if (database.kind() == DatabaseKind.H2) {
            try (Victim next = Victim.start(database, ledger(), 0)) {
                next.finish();
            }
        } else {
            Ready.engine(database, event -> {}).migrate(Optional.empty());
        }
    }

    private TestDatabase prepared(DatabaseKind kind) throws SQLException, IOException {
        return Ready.make(kind == DatabaseKind.H2 ? file() : Databases.fresh(kind));
    }

    private TestDatabase file() throws IOException {
        Path place = Files.createTempDirectory(directory, "h2").resolve("db");
        String url = "jdbc:h2:file:" + place;
        return new TestDatabase(DatabaseKind.H2, url, "sa", "", url, "shutdown");
    }

    private Path ledger() throws IOException {
        return Chain.write(directory);
    }
}
