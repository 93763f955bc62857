package dev.godwit.cli;

import dev.godwit.command.Migrate;
import dev.godwit.command.Parameters;
import dev.godwit.command.Report;
import dev.godwit.engine.Options;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code godwit migrate}. */
@Command(name = "migrate", mixinStandardHelpOptions = true, description = "Brings the database forward.")
final class MigrateCommand extends DatabaseCommand {

    @Option(names = "--to", paramLabel = "<version>", description = "The last version to apply; else the newest.")
    private Optional<String> to = Optional.empty();

    @Option(
            names = "--follow",
            paramLabel = "<time>",
            description = "For how long to stay and let follow what two versions write whose sides Java code keeps in"
                    + " step; else once.")
    private Optional<String> follow = Optional.empty();

    @Mixin
    private final PhaseOptions phases = new PhaseOptions();

    @Mixin
    private final RunOptions run = new RunOptions();

    MigrateCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    Report run(Deploying deploying) {
        Optional<String> last = Parameters.version("to", to);
        Options options = phases.over(run.options());
        return Migrate.run(deploying.with(options, run.hooks()), last, Parameters.time("follow", follow));
    }
}
