package dev.godwit.command;

import dev.godwit.engine.PurgeTarget;
import dev.godwit.engine.report.RetainedThing;
import java.util.ArrayList;
import java.util.List;

/** Drops for good what migrations dropped and the database keeps. */
public final class Purge {

    private Purge() {}

    /** @param dryRun whether it is only told what would go */
    public static Report run(Deployment deployment, PurgeTarget target, boolean dryRun) {
        return deployment.with(engine -> report(dryRun ? engine.planPurge(target) : engine.purge(target), dryRun));
    }

    private static Report report(List<RetainedThing> things, boolean dryRun) {
        RetainedView view = new RetainedView(things);
        List<String> lines = new ArrayList<>(view.lines(dryRun ? "Would be dropped for good:" : "Dropped for good:"));
        if (things.isEmpty()) {
            lines.add("Nothing to purge.");
        }
        return Report.of(
                lines,
                new Facts().add("dryRun", dryRun).add("purged", view.facts()).map());
    }
}
