package dev.godwit.cli;

import dev.godwit.command.Deployment;
import dev.godwit.command.OutputFormat;
import dev.godwit.command.Parameters;
import dev.godwit.command.Plan;
import dev.godwit.command.Report;
import dev.godwit.engine.Options;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code godwit plan}. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description =
                "The SQL that migrate would run on this database, in order, with locks and hazards; changes nothing.")
final class PlanCommand extends DatabaseCommand {

    @Option(names = "--to", paramLabel = "<version>", description = "The last version to apply; else the newest.")
    private Optional<String> to = Optional.empty();

    @Mixin
    private final PhaseOptions phases = new PhaseOptions();

    PlanCommand(Map<String, String> environment) {
        super(environment);
    }

    /** Also {@code sql}: a script, for somebody who runs it by hand. */
    @Override
    OutputFormat format() {
        return OutputFormat.ofPlan(formatName());
    }

    @Override
    Report run(Deploying deploying) {
        Optional<String> last = Parameters.version("to", to);
        Options options = phases.over(Options.DEFAULT);
        Deployment deployment = deploying.with(options);
        return format() == OutputFormat.SQL ? Plan.script(deployment, last) : Plan.run(deployment, last);
    }
}
