package dev.godwit.cli;

import dev.godwit.command.Baseline;
import dev.godwit.command.Parameters;
import dev.godwit.command.Report;
import dev.godwit.engine.Options;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code godwit baseline}. */
@Command(
        name = "baseline",
        mixinStandardHelpOptions = true,
        description = "Records migrations as applied, without running them, on a database that is as they give it.")
final class BaselineCommand extends DatabaseCommand {

    @Option(names = "--to", paramLabel = "<version>", description = "The last version to record; else the newest.")
    private Optional<String> to = Optional.empty();

    BaselineCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    Report run(Deploying deploying) {
        return Baseline.run(deploying.with(Options.DEFAULT), Parameters.version("to", to), Set.of());
    }
}
