package dev.godwit.command;

import dev.godwit.engine.RollbackTarget;

/** Takes migrations back, by their {@code down}. */
public final class Rollback {

    private Rollback() {}

    public static Report run(Deployment deployment, RollbackTarget target) {
        return Runs.report(deployment.with(engine -> engine.rollback(target)));
    }
}
