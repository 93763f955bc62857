package dev.godwit.maven;

import dev.godwit.command.Hooks;
import dev.godwit.command.Waits;
import dev.godwit.engine.Options;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that executes migrations while others use the database. */
abstract class RunMojo extends DatabaseMojo {

    /**
     * How long a statement waits for a lock of the application before its group gives way and tries again, such as
     * {@code 500ms}; 2 seconds unless stated.
     */
    @Parameter(property = "godwit.lockTimeout")
    private String lockTimeout;

    /** How long the concurrent build of an index waits for transactions of others; 30 minutes ({@code 30m}) unless stated. */
    @Parameter(property = "godwit.indexWait")
    private String indexWait;

    /** How long one statement may take, such as {@code 1h}; as long as it takes unless stated. */
    @Parameter(property = "godwit.statementLimit")
    private String statementLimit;

    /** Whether tables of any size may be copied or rewritten while their users wait; else up to 250,000 rows. */
    @Parameter(property = "godwit.allowCopy", defaultValue = "false")
    private boolean allowCopy;

    /**
     * What is run before the first migration, such as a backup: a command, or a file of SQL statements whose name ends in
     * {@code .sql}. When it fails, nothing is executed.
     */
    @Parameter(property = "godwit.before")
    private String before;

    /** What is run after the last migration, such as grants on new tables: a command, or a file of SQL statements. */
    @Parameter(property = "godwit.after")
    private String after;

    /** What the user has run around a run. */
    final Hooks hooks() {
        return new Hooks(Optional.ofNullable(before), Optional.ofNullable(after));
    }

    /** @throws dev.godwit.command.CommandException for a value that is none */
    final Options options() {
        return new Waits(
                        Optional.ofNullable(lockTimeout),
                        Optional.ofNullable(indexWait),
                        Optional.ofNullable(statementLimit))
                .over(Options.DEFAULT)
                .withCopies(allowCopy);
    }
}
