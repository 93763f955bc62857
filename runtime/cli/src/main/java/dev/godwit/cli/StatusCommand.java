package dev.godwit.cli;

import dev.godwit.command.Report;
import dev.godwit.command.Status;
import dev.godwit.engine.Options;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code godwit status}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Which migrations the database has, which it lacks, and what was interrupted.")
final class StatusCommand extends DatabaseCommand {

    StatusCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    Report run(Deploying deploying) {
        return Status.run(deploying.with(Options.DEFAULT));
    }
}
