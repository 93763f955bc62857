package dev.godwit.cli;

import dev.godwit.command.Parameters;
import dev.godwit.command.Report;
import dev.godwit.command.Rollback;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code godwit rollback}. */
@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        description = "Takes migrations back, by their down, the last one first.")
final class RollbackCommand extends DatabaseCommand {

    @Option(names = "--steps", paramLabel = "<n>", description = "How many; 1 unless stated.")
    private Optional<String> steps = Optional.empty();

    @Option(names = "--to", paramLabel = "<version>", description = "Back to this version, which stays applied.")
    private Optional<String> to = Optional.empty();

    @Option(
            names = "--phase",
            paramLabel = "<phase>",
            defaultValue = "auto",
            description = "Which half of what would break a running version is carried out: expand, contract, or both"
                    + " (auto, all).")
    private String phase = "auto";

    @Mixin
    private final RunOptions run = new RunOptions();

    RollbackCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    Report run(Deploying deploying) {
        return Rollback.run(
                deploying.with(run.options().withPhase(Parameters.phase(phase)), run.hooks()),
                Parameters.rollback(steps, to));
    }
}
