package dev.godwit.engine.execute;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a run does not do unasked, and not for ever.
 *
 * @param copiedRows rows of a table that is copied or rewritten while its users wait; empty: any number
 * @param indexWait how long the concurrent build of an index waits for transactions of others
 * @param statement how long one statement may take; empty: as long as it takes
 */
public record Limits(OptionalLong copiedRows, Duration indexWait, Optional<Duration> statement) {

    /** MariaDB copied a million rows of five columns in some six seconds, so this many hold writers up for one or two. */
    public static final Limits DEFAULT = new Limits(OptionalLong.of(250_000), Duration.ofMinutes(30), Optional.empty());

    public Limits withCopiedRows(OptionalLong other) {
        return new Limits(other, indexWait, statement);
    }

    public Limits withIndexWait(Duration other) {
        return new Limits(copiedRows, other, statement);
    }

    public Limits withStatement(Duration other) {
        return new Limits(copiedRows, indexWait, Optional.of(other));
    }
}
