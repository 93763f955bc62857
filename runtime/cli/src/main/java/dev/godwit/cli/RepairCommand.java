package dev.godwit.cli;

import dev.godwit.command.Parameters;
import dev.godwit.command.Repair;
import dev.godwit.command.Report;
import dev.godwit.engine.Options;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code godwit repair}. */
@Command(
        name = "repair",
        mixinStandardHelpOptions = true,
        description = "Says whether the step took effect inside which a run was interrupted (GW3051).")
final class RepairCommand extends DatabaseCommand {

    @Option(
            names = "--answer",
            paramLabel = "<answer>",
            description = "done or undone, as you saw it in the database; without it, the question is asked.")
    private Optional<String> answer = Optional.empty();

    RepairCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    Report run(Deploying deploying) {
        return Repair.run(deploying.with(Options.DEFAULT), answer.map(Parameters::answer));
    }
}
