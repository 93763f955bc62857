package dev.godwit.cli;

import dev.godwit.command.Phasing;
import dev.godwit.command.Report;
import dev.godwit.command.Status;
import dev.godwit.engine.Options;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code godwit status}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description =
                "Which migrations the database has, which it lacks, what was interrupted, and what differs from history.")
final class StatusCommand extends DatabaseCommand {

    @Option(names = "--unmanaged", description = "Also list the tables that no migration knows.")
    private boolean unmanaged;

    @Option(
            names = "--quiet",
            paramLabel = "<time>",
            description =
                    "For how long the old version must not have written before auto contracts; 10m unless stated.")
    private Optional<String> quiet = Optional.empty();

    StatusCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    Report run(Deploying deploying) {
        return Status.run(deploying.with(new Phasing("auto", quiet, "inline").over(Options.DEFAULT)), unmanaged);
    }
}
