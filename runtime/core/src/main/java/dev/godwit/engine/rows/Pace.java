package dev.godwit.engine.rows;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How work on many rows goes easy on those who use the database meanwhile.
 *
 * @param target how long a batch shall take, and so how long others wait for one of its rows at most
 * @param mostRows of a batch, however fast they are: it bounds how many rows are locked at a time
 * @param maxLag batches wait while a replica is further behind; empty: never
 * @param maxActive batches wait while more sessions of others are at work; empty: never
 * @param holdWhile batches wait while the first column of this query is true; empty: never
 */
public record Pace(
        Duration target, int mostRows, Optional<Duration> maxLag, OptionalInt maxActive, Optional<String> holdWhile) {

    public static final Pace DEFAULT =
            new Pace(Duration.ofMillis(200), 5000, Optional.empty(), OptionalInt.empty(), Optional.empty());

    /** For rows that nobody else uses yet: fewer commits. */
    public Pace alone() {
        return new Pace(target.multipliedBy(10), mostRows * 4, maxLag, maxActive, holdWhile);
    }

    public Pace {
        if (mostRows < 1 || target.isNegative() || target.isZero()) {
            throw new IllegalArgumentException("A batch takes some time and has at least one row.");
        }
    }

    public Pace withTarget(Duration other) {
        return new Pace(other, mostRows, maxLag, maxActive, holdWhile);
    }

    public Pace withMostRows(int other) {
        return new Pace(target, other, maxLag, maxActive, holdWhile);
    }

    public Pace withMaxLag(Duration other) {
        return new Pace(target, mostRows, Optional.of(other), maxActive, holdWhile);
    }

    public Pace withMaxActive(int other) {
        return new Pace(target, mostRows, maxLag, OptionalInt.of(other), holdWhile);
    }

    public Pace withHoldWhile(String query) {
        return new Pace(target, mostRows, maxLag, maxActive, Optional.of(query));
    }
}
