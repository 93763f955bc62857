package dev.godwit.command;

import dev.godwit.engine.Options;
import dev.godwit.engine.execute.Limits;
import dev.godwit.engine.execute.Manners;
import java.time.Duration;
import java.util.Optional;

/**
 * For how long a run that executes migrations waits, as users write it; what is not stated is as the engine has it.
 *
 * @param lockTimeout {@code godwit.lockTimeout}: for a lock of the application, before a group gives way
 * @param indexWait {@code godwit.indexWait}: for transactions of others, while an index is built concurrently
 * @param statementLimit {@code godwit.statementLimit}: for the end of a statement
 */
public record Waits(Optional<String> lockTimeout, Optional<String> indexWait, Optional<String> statementLimit) {

    /** @throws CommandException for what is no time */
    public Options over(Options options) {
        Manners manners = options.manners();
        Limits limits = manners.limits();
        Optional<Duration> index = Parameters.time("indexWait", indexWait);
        Optional<Duration> statement = Parameters.time("statementLimit", statementLimit);
        limits = index.map(limits::withIndexWait).orElse(limits);
        limits = statement.map(limits::withStatement).orElse(limits);
        manners = Parameters.time("lockTimeout", lockTimeout)
                .map(manners::withLockTimeout)
                .orElse(manners);
        return options.withManners(manners.withLimits(limits));
    }
}
