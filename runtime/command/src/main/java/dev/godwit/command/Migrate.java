package dev.godwit.command;

import dev.godwit.engine.Engine;
import dev.godwit.engine.report.RunReport;
import dev.godwit.engine.server.Pause;
import java.time.Duration;
import java.util.Optional;

/** Brings a database forward. */
public final class Migrate {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private Migrate() {}

    /** @param to the last version to apply; empty: the newest */
    public static Report run(Deployment deployment, Optional<String> to) {
        return run(deployment, to, Optional.empty());
    }

    /**
     * Brings it forward, and stays for a while.
     *
     * @param to the last version to apply; empty: the newest
     * @param follow for how long it goes on to let follow what versions of the application write, where Java code keeps
     *     two sides in step; empty: no longer than it takes once
     */
    public static Report run(Deployment deployment, Optional<String> to, Optional<Duration> follow) {
        return Runs.report(deployment.with(engine -> {
            RunReport report = engine.migrate(to);
            follow.ifPresent(time -> follow(engine, time));
            return report;
        }));
    }

    private static void follow(Engine engine, Duration time) {
        long start = System.nanoTime();
        while (engine.follow() && System.nanoTime() - start < time.toNanos()) {
            Pause.of(BETWEEN_LOOKS);
        }
    }
}
