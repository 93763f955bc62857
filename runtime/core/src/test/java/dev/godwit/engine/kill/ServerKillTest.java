package dev.godwit.engine.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.change.DatabaseKind;
import dev.godwit.testing.MortalServer;
import dev.godwit.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server is killed under a run, which says so; when it is back, a rerun finishes. */
class ServerKillTest {

    private static final String SEED = "godwit.kill.seed";

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aRerunFinishesOnTheServerThatCameBack(DatabaseKind kind) throws Exception {
        long seed = Long.getLong(SEED, System.nanoTime());
        Random random = new Random(seed);
        int times = Boolean.getBoolean(Chain.FULL) ? 30 : 2;
        try (MortalServer server = MortalServer.start(kind, directory)) {
            TestDatabase uninterrupted = Ready.make(server.database("uninterrupted"));
            AtomicInteger events = new AtomicInteger();
            Ready.engine(uninterrupted, event -> events.incrementAndGet()).migrate(Optional.empty());
            List<String> expected = Picture.of(uninterrupted);

            for (int i = 0; i < times; i++) {
                TestDatabase database = Ready.make(server.database("killed" + i));
                // Not among the last ones: a run that has committed all misses its server no more.
                int moment = 3 + random.nextInt(events.get() * 4 / 5);
                String what = "seed %d, killed at event %d of %d".formatted(seed, moment, events.get());
                AtomicInteger left = new AtomicInteger(moment);

                assertThatThrownBy(() -> Ready.engine(database, event -> killAt(left, server))
                                .migrate(Optional.empty()))
                        .as(what)
                        .hasMessageStartingWith("GW3005: The connection was lost");
                server.restart();
                Ready.engine(database, event -> {}).migrate(Optional.empty());

                assertThat(Picture.differences(expected, Picture.of(database)))
                        .as(what)
                        .isEmpty();
            }
        }
        System.out.printf("%s: its server killed %d times (seed %d), finished each time%n", kind, times, seed);
    }

    private static void killAt(AtomicInteger left, MortalServer server) {
        try {
            if (left.decrementAndGet() == 0) {
                server.kill();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
