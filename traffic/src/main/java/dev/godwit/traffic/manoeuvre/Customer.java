package dev.godwit.traffic.manoeuvre;

import jakarta.persistence.Column;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/**
 * What both versions of the application read and write. Every write gives it a stamp, and to what the manoeuvre is about
 * a value that follows from the stamp; so any reader can tell whether a value belongs to the write that was last.
 */
@MappedSuperclass
public abstract class Customer {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "account_id")
    private @Nullable Account account;

    @Column(nullable = false)
    private long stamp;

    private @Nullable String note;

    /** 0 until it is stored. */
    public abstract long number();

    /** Sets what the manoeuvre is about. */
    protected abstract void describe(long stamp);

    /** Whether what the manoeuvre is about is as {@link #describe} sets it. */
    protected abstract boolean isDescribedBy(long stamp);

    public final Customer of(Account owner) {
        account = owner;
        return this;
    }

    /** A write of everything. */
    public final Customer write(long newStamp) {
        stamp = newStamp;
        describe(newStamp);
        return this;
    }

    /** A write of something that the manoeuvre is not about. */
    public final void note(String text) {
        note = text;
    }

    public final boolean agrees() {
        return isDescribedBy(stamp);
    }

    @Override
    public final String toString() {
        return "customer %d of stamp %d".formatted(number(), stamp);
    }
}
