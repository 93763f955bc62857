package dev.godwit.goal;

import dev.godwit.engine.RollbackTarget;
import dev.godwit.tool.Deployment;
import dev.godwit.tool.Report;

/** Takes migrations back, by their {@code down}. */
public final class Rollback {

    private Rollback() {}

    public static Report run(Deployment deployment, RollbackTarget target) {
        return Runs.report(deployment.with(engine -> engine.rollback(target)));
    }
}
