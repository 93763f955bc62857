package dev.godwit.cli;

import dev.godwit.command.Backfill;
import dev.godwit.command.Report;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code godwit backfill}. */
@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        description = "Finishes the work on many rows that migrate has left for the background.")
final class BackfillCommand extends DatabaseCommand {

    @Mixin
    private final RunOptions run = new RunOptions();

    BackfillCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    Report run(Deploying deploying) {
        return Backfill.run(deploying.with(run.options()));
    }
}
