package dev.godwit.cli;

import dev.godwit.command.Parameters;
import dev.godwit.command.Report;
import dev.godwit.command.Rollback;
import dev.godwit.engine.Options;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
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
            names = "--allow-copy",
            description = "Copy or rewrite tables of any size while their users wait; else up to 250,000 rows.")
    private boolean allowCopy;

    RollbackCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    Report run(Deploying deploying) {
        return Rollback.run(deploying.with(Options.DEFAULT.withCopies(allowCopy)), Parameters.rollback(steps, to));
    }
}
