package dev.godwit.engine.execute;

import java.util.OptionalLong;

/**
 * What a run does not do unasked.
 *
 * @param copiedRows rows of a table that is copied or rewritten while its users wait; empty: any number
 */
public record Limits(OptionalLong copiedRows) {

    /** MariaDB copied a million rows of five columns in some six seconds, so this many hold writers up for one or two. */
    public static final Limits DEFAULT = new Limits(OptionalLong.of(250_000));

    public Limits withCopiedRows(OptionalLong other) {
        return new Limits(other);
    }
}
