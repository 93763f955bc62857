package dev.godwit.traffic.load;

import java.util.random.RandomGenerator;

/**
 * Makes up requests. A part of those that write go to a few customers whom nobody deletes: there both versions of the
 * application meet on one row. Used by one thread.
 */
final class Requests {

    private static final int HOT = 20;
    private static final int HOT_ACCOUNTS = 2;
    /** Not closed: InnoDB locks the gap behind what a foreign key deletes, and there the next accounts are opened. */
    private static final int YOUNG_ACCOUNTS = 10;

    private static final double MEETING = 0.2;
    private static final long STAMPS = 1L << 31;

    private final RandomGenerator random;
    private final Tally tally;

    Requests(RandomGenerator random, Tally tally) {
        this.random = random;
        this.tally = tally;
    }

    Request next() {
        Kind kind = Kind.random(random);
        boolean deletes = kind == Kind.DELETE || kind == Kind.CLOSE_ACCOUNT;
        boolean meeting = !deletes && random.nextDouble() < MEETING;
        long customer = meeting ? 1 + random.nextInt(HOT) : upTo(tally.newestCustomer(), HOT);
        long newest = tally.newestAccount() - (kind == Kind.CLOSE_ACCOUNT ? YOUNG_ACCOUNTS : 0);
        return new Request(kind, customer, upTo(newest, HOT_ACCOUNTS), random.nextLong(STAMPS));
    }

    private long upTo(long newest, int above) {
        return above + 1 + random.nextLong(Math.max(1, newest - above));
    }
}
