package dev.godwit.cli;

import dev.godwit.command.Database;
import dev.godwit.command.Parameters;
import dev.godwit.command.progress.ProgressStyle;
import dev.godwit.command.progress.Terminals;
import dev.godwit.engine.Options;
import dev.godwit.engine.retain.Retaining;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that every command takes. */
final class DatabaseOptions {

    private final Map<String, String> environment;

    @Option(
            names = "--app",
            paramLabel = "<path>",
            description =
                    "The application: a jar, a Spring Boot jar or war, or a directory of classes; several, such as"
                            + " a driver beside it, as on a class path. Without it: the class path of this process.")
    private Optional<String> application = Optional.empty();

    @Option(names = "--url", paramLabel = "<jdbc url>", description = "JDBC URL of the database.")
    private Optional<String> url = Optional.empty();

    @Option(names = "--user", paramLabel = "<name>", description = "Database user.")
    private Optional<String> user = Optional.empty();

    @Option(
            names = "--password-file",
            paramLabel = "<file>",
            description = "File that holds the password, as containers mount secrets; or GODWIT_PASSWORD. There is no"
                    + " option for the password itself: other users would see it in the list of processes.")
    private Optional<Path> passwordFile = Optional.empty();

    @Option(
            names = "--schema",
            paramLabel = "<name>",
            description = "The schema to work in; else the connection's own.")
    private Optional<String> schema = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "<format>",
            defaultValue = "text",
            description =
                    "How the result is told on standard output: text, or json, one document; of plan also sql, a script.")
    private String format = "text";

    @Option(
            names = "--progress",
            paramLabel = "<style>",
            defaultValue = "auto",
            description =
                    "How what happens meanwhile is told on standard error: line, plain, json (an object an event),"
                            + " none (warnings alone), or auto, which is a line on a terminal and plain elsewhere.")
    private String progress = "auto";

    @Option(
            names = "--lock",
            paramLabel = "<kind>",
            defaultValue = "auto",
            description = "What keeps a second run out: session, lease (for proxies that pool by transaction and for"
                    + " Galera clusters), or auto, which finds out.")
    private String lock = "auto";

    @Option(
            names = "--lock-wait",
            paramLabel = "<time>",
            description = "How long to wait for another run to end, such as 30s; 5m unless stated.")
    private Optional<String> lockWait = Optional.empty();

    @Option(
            names = "--retain",
            paramLabel = "<how>",
            defaultValue = "keep",
            description = "What becomes of the rows that migrations drop: keep, for a rollback, or none.")
    private String retain = "keep";

    @Option(
            names = "--retention",
            paramLabel = "<days>",
            description = "After how many days what is kept is overdue, such as 30d, the default.")
    private Optional<String> retention = Optional.empty();

    @Option(names = "--accept-loss", description = "A rollback goes on without rows that were purged.")
    private boolean acceptLoss;

    @Option(
            names = "--unvalidated",
            description = "Constraints that a rollback brings back hold for new rows only, on PostgreSQL.")
    private boolean unvalidated;

    DatabaseOptions(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The name of the format. */
    String format() {
        return format;
    }

    /** @throws dev.godwit.command.CommandException when there is no such style */
    ProgressStyle progress() {
        return Parameters.progress(progress);
    }

    /** What a terminal can be told from. */
    boolean isTerminal() {
        return Terminals.isTerminal(environment);
    }

    /** The options of a command, with what is the same for each. @throws CommandException when a value is none */
    Options over(Options options) {
        return Parameters.time("lockWait", lockWait)
                .map(options::withLockWait)
                .orElse(options)
                .withLock(Parameters.lock(lock))
                .withRetaining(retaining());
    }

    /** @throws dev.godwit.command.CommandException when a value is not known */
    Retaining retaining() {
        return Parameters.retaining(retain, retention, acceptLoss, unvalidated);
    }

    /**
     * @throws dev.godwit.command.CommandException when no database is given, or what is given is none
     * @throws CliException when the file of the password cannot be read
     */
    Database database() {
        return Database.require(Database.find(this::value, environment, name -> Optional.empty()));
    }

    private Optional<String> value(String name) {
        return switch (name) {
            case "url" -> url;
            case "user" -> user;
            case "schema" -> schema;
            case "password" -> passwordFile.map(DatabaseOptions::firstLine);
            default -> Optional.empty();
        };
    }

    static String firstLine(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw CliMessages.unreadable(file, e);
        }
    }

    /** Where the application is; empty: the class path of this process. */
    List<Path> application() {
        return application.or(() -> Optional.ofNullable(environment.get("GODWIT_APP"))).stream()
                .flatMap(paths -> Arrays.stream(paths.split(File.pathSeparator)))
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .toList();
    }
}
