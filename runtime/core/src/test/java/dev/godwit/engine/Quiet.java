package dev.godwit.engine;

import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.execute.Limits;
import dev.godwit.engine.execute.Manners;
import dev.godwit.engine.rows.Pace;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.TestDatabase;
import java.time.Duration;

/** Engines that tell nobody, and carry migrations out whole. */
final class Quiet {

    /** Gives way early and tries again soon. */
    static final Manners MANNERS = new Manners(
            Duration.ofMillis(200),
            40,
            Duration.ofMillis(20),
            Duration.ofMillis(200),
            Pace.DEFAULT.withTarget(Duration.ofMinutes(1)).withMostRows(3),
            Limits.DEFAULT);

    static final Options OPTIONS = Options.DEFAULT
            .withPhase(Phase.ALL)
            .withListener(event -> {})
            .withManners(MANNERS)
            .withLockWait(Duration.ofSeconds(60));

    private Quiet() {}

    static Engine engine(MigrationSource source, TestDatabase database) {
        return Engine.of(source, ConnectionSource.of(database.dataSource()), OPTIONS);
    }
}
