package dev.godwit.traffic.load;

import java.util.concurrent.atomic.AtomicLong;

/** What an application has committed, and how far keys go as far as it knows. */
final class Tally {

    private final AtomicLong inserted = new AtomicLong();
    private final AtomicLong deleted = new AtomicLong();
    private final AtomicLong newestCustomer = new AtomicLong();
    private final AtomicLong newestAccount = new AtomicLong();

    void inserted(long customers) {
        inserted.addAndGet(customers);
    }

    void deleted(long customers) {
        deleted.addAndGet(customers);
    }

    void customerSeen(long number) {
        newestCustomer.accumulateAndGet(number, Math::max);
    }

    void accountSeen(long number) {
        newestAccount.accumulateAndGet(number, Math::max);
    }

    long newestCustomer() {
        return newestCustomer.get();
    }

    long newestAccount() {
        return newestAccount.get();
    }

    /** Customers inserted less customers deleted. */
    long growth() {
        return inserted.get() - deleted.get();
    }
}
