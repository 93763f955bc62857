package dev.godwit.cli;

import dev.godwit.command.Parameters;
import dev.godwit.command.Purge;
import dev.godwit.command.Report;
import dev.godwit.engine.Options;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code godwit purge}. */
@Command(
        name = "purge",
        mixinStandardHelpOptions = true,
        description = "Drops for good what migrations dropped and the database keeps for a rollback: what is overdue,"
                + " unless stated.")
final class PurgeCommand extends DatabaseCommand {

    @Option(
            names = "--older-than",
            paramLabel = "<days>",
            description = "What was dropped more than this many days ago, such as 7d; 0d is everything.")
    private Optional<String> olderThan = Optional.empty();

    @Option(
            names = "--version-dropped",
            paramLabel = "<version>",
            description = "What this migration dropped, whatever its age.")
    private Optional<String> version = Optional.empty();

    @Option(names = "--dry-run", description = "Only tells what would be dropped.")
    private boolean dryRun;

    PurgeCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    Report run(Deploying deploying) {
        return Purge.run(deploying.with(Options.DEFAULT), Parameters.purge(olderThan, version, retaining()), dryRun);
    }
}
