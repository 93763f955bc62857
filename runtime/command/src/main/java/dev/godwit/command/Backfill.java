package dev.godwit.command;

import dev.godwit.engine.Engine;

/** Finishes the work on many rows that {@link Migrate} has left for the background. */
public final class Backfill {

    private Backfill() {}

    public static Report run(Deployment deployment) {
        return Runs.report(deployment.with(Engine::backfill));
    }
}
