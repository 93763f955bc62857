package dev.godwit.dialect.standard;

import dev.godwit.plan.Gate;
import dev.godwit.plan.Guard;
import java.util.List;
import java.util.stream.Stream;

/**
 * The steps of one change.
 *
 * @param now in order
 * @param later in order, after {@code now}: long work, such as a scan, that no other change that only adds has to wait
 *     for, so that what commits together stays together
 * @param waits whether everything that was put off has to be done before {@code now}
 * @param contract in order: what has to wait until the version of the application is gone that knows the schema from
 *     before
 * @param abandon in order: what takes {@code now} and {@code later} back before {@code contract}, as far as the change's
 *     inverse does not
 * @param gate what is asked before {@code contract}
 */
public record Drafts(
        List<Draft> now, List<Draft> later, boolean waits, List<Draft> contract, List<Draft> abandon, Gate gate) {

    public Drafts {
        now = List.copyOf(now);
        later = List.copyOf(later);
        contract = List.copyOf(contract);
        abandon = List.copyOf(abandon);
    }

    /** The steps of a change that is executed whole. */
    public Drafts(List<Draft> now, List<Draft> later, boolean waits) {
        this(now, later, waits, List.of(), List.of(), Gate.NONE);
    }

    /** Whether the change is taken apart into expand and contract. */
    public boolean isPhased() {
        return !contract.isEmpty() || !abandon.isEmpty();
    }

    /**
     * The same steps, all of them at contract.
     *
     * @param guards asked before that
     */
    public Drafts putOff(List<Guard> guards) {
        List<Draft> all = Stream.of(now, later, contract).flatMap(List::stream).toList();
        return new Drafts(List.of(), List.of(), false, all, List.of(), gate.plus(new Gate(guards, List.of())));
    }

    /** These steps, then those of what follows. */
    public Drafts then(Drafts next) {
        return new Drafts(
                both(now, later, next.now),
                next.later,
                waits,
                both(contract, next.contract),
                both(next.abandon, abandon),
                gate.plus(next.gate));
    }

    @SafeVarargs
    private static List<Draft> both(List<Draft>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }

    /** The steps of a change that builds on everything before it. */
    public static Drafts inOrder(List<Draft> steps) {
        return new Drafts(steps, List.of(), true);
    }

    /** The steps of a change that builds on everything before it. */
    public static Drafts inOrder(Draft... steps) {
        return inOrder(List.of(steps));
    }

    /** The steps of a change that only adds, and so does not mind what was put off. */
    public static Drafts adding(List<Draft> now, List<Draft> later) {
        return new Drafts(now, later, false);
    }

    /** The steps of a change that only adds, and so does not mind what was put off. */
    public static Drafts adding(Draft... now) {
        return adding(List.of(now), List.of());
    }
}
