package dev.godwit.command;

import java.util.Optional;

/** Brings a database forward. */
public final class Migrate {

    private Migrate() {}

    /** @param to the last version to apply; empty: the newest */
    public static Report run(Deployment deployment, Optional<String> to) {
        return Runs.report(deployment.with(engine -> engine.migrate(to)));
    }
}
