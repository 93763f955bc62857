package dev.godwit.cli;

import dev.godwit.command.Copy;
import dev.godwit.command.Database;
import dev.godwit.command.Report;
import dev.godwit.engine.Options;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code godwit copy}. */
@Command(
        name = "copy",
        mixinStandardHelpOptions = true,
        description = "Brings the database to the point where another one is, and copies that one's rows.")
final class CopyCommand extends DatabaseCommand {

    private final Map<String, String> environment;

    @Option(names = "--from-url", paramLabel = "<jdbc url>", description = "The database that the rows come from.")
    private Optional<String> url = Optional.empty();

    @Option(names = "--from-user", paramLabel = "<name>", description = "User of that database.")
    private Optional<String> user = Optional.empty();

    @Option(
            names = "--from-password-file",
            paramLabel = "<file>",
            description = "File that holds the password for that database; or GODWIT_FROM_PASSWORD.")
    private Optional<Path> passwordFile = Optional.empty();

    @Option(names = "--overwrite", description = "Delete the rows that are in the tables already.")
    private boolean overwrite;

    CopyCommand(Map<String, String> environment) {
        super(environment);
        this.environment = environment;
    }

    @Override
    Report run(Deploying deploying) {
        Database from = Database.source(this::value, environment);
        return Copy.run(deploying.with(Options.DEFAULT), from, overwrite);
    }

    private Optional<String> value(String name) {
        return switch (name) {
            case "from.url" -> url;
            case "from.user" -> user;
            case "from.password" -> passwordFile.map(DatabaseOptions::firstLine);
            default -> Optional.empty();
        };
    }
}
