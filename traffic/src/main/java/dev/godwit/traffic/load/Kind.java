package dev.godwit.traffic.load;

import java.util.random.RandomGenerator;

/** What a request does, with how many of a hundred do it. */
public enum Kind {
    /** Reads a customer by its key. */
    READ(30),
    /** Looks for customers by what the manoeuvre is about. */
    SEARCH(12),
    /** Writes a customer, what the manoeuvre is about with it. */
    UPDATE(24),
    /** Writes a customer, and leaves what the manoeuvre is about. */
    TOUCH(8),
    /** One more customer of an account. */
    INSERT(16),
    DELETE(5),
    /** One more account with a few customers. */
    OPEN_ACCOUNT(3),
    /** Deletes an account, and the database its customers. */
    CLOSE_ACCOUNT(2);

    private final int share;

    Kind(int share) {
        this.share = share;
    }

    static Kind random(RandomGenerator random) {
        int left = random.nextInt(100);
        for (Kind kind : values()) {
            left -= kind.share;
            if (left < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("The shares are less than a hundred.");
    }
}
