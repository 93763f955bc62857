package dev.godwit.change;

import dev.godwit.schema.Ref;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a change reads and what it writes. Two changes whose writes overlap with nothing of the other commute.
 *
 * @param reads places that must be there, or whose rows are read
 * @param writes places whose definition or rows change
 * @param everything whether it may touch anything at all, as undeclared raw SQL may
 */
public record Footprint(Set<Ref> reads, Set<Ref> writes, boolean everything) {

    /** What raw SQL has that declares nothing. */
    public static final Footprint EVERYTHING = new Footprint(Set.of(), Set.of(), true);

    public Footprint {
        reads = Set.copyOf(reads);
        writes = Set.copyOf(writes);
    }

    public static Footprint writing(Ref... writes) {
        return new Footprint(Set.of(), new TreeSet<>(Set.of(writes)), false);
    }

    public Footprint reading(Collection<Ref> more) {
        Set<Ref> all = new TreeSet<>(reads);
        all.addAll(more);
        return new Footprint(all, writes, everything);
    }

    public Footprint plus(Footprint other) {
        Set<Ref> allReads = new TreeSet<>(reads);
        allReads.addAll(other.reads);
        Set<Ref> allWrites = new TreeSet<>(writes);
        allWrites.addAll(other.writes);
        return new Footprint(allReads, allWrites, everything || other.everything);
    }

    /** Whether neither writes what the other reads or writes. */
    public boolean isDisjointFrom(Footprint other) {
        return !everything
                && !other.everything
                && disjoint(writes, other.writes)
                && disjoint(writes, other.reads)
                && disjoint(reads, other.writes);
    }

    private static boolean disjoint(Set<Ref> some, Set<Ref> others) {
        return some.stream().noneMatch(one -> others.stream().anyMatch(one::overlaps));
    }
}
