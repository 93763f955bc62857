package dev.godwit.cli;

import dev.godwit.command.Hooks;
import dev.godwit.command.Waits;
import dev.godwit.engine.Options;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of the commands that execute migrations while others use the database. */
final class RunOptions {

    @Option(
            names = "--lock-timeout",
            paramLabel = "<time>",
            description =
                    "How long a statement waits for a lock of the application before its group gives way and tries"
                            + " again, such as 500ms; 2s unless stated.")
    private Optional<String> lockTimeout = Optional.empty();

    @Option(
            names = "--index-wait",
            paramLabel = "<time>",
            description =
                    "How long the concurrent build of an index waits for transactions of others; 30m unless stated.")
    private Optional<String> indexWait = Optional.empty();

    @Option(
            names = "--statement-limit",
            paramLabel = "<time>",
            description = "How long one statement may take, such as 1h; as long as it takes unless stated.")
    private Optional<String> statementLimit = Optional.empty();

    @Option(
            names = "--allow-copy",
            description = "Copy or rewrite tables of any size while their users wait; else up to 250,000 rows.")
    private boolean allowCopy;

    @Option(
            names = "--before",
            paramLabel = "<command or file.sql>",
            description =
                    "What is run before the first migration, such as a backup; when it fails, nothing is executed.")
    private Optional<String> before = Optional.empty();

    @Option(
            names = "--after",
            paramLabel = "<command or file.sql>",
            description = "What is run after the last migration, such as grants on new tables.")
    private Optional<String> after = Optional.empty();

    /** What the user has run around a run. */
    Hooks hooks() {
        return new Hooks(before, after);
    }

    /** @throws dev.godwit.command.CommandException for a value that is none */
    Options options() {
        return new Waits(lockTimeout, indexWait, statementLimit)
                .over(Options.DEFAULT)
                .withCopies(allowCopy);
    }
}
