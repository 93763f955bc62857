package dev.godwit.plan;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is asked, and done, before a plan contracts.
 *
 * @param guards asked in order before the first group of {@code contract}, and refuse it: comparisons of both sides
 * @param watches tell whether the version of the application that is to be gone still writes
 * @param lags what has to have followed by then
 */
public record Gate(List<Guard> guards, List<Watch> watches, List<Lag> lags) {

    /** Nothing is asked. */
    public static final Gate NONE = new Gate(List.of(), List.of());

    public Gate {
        guards = List.copyOf(guards);
        watches = List.copyOf(watches);
        lags = List.copyOf(lags);
    }

    /** Where nothing lags. */
    public Gate(List<Guard> guards, List<Watch> watches) {
        this(guards, watches, List.of());
    }

    /** What both ask. */
    public Gate plus(Gate other) {
        return new Gate(
                Stream.concat(guards.stream(), other.guards.stream()).toList(),
                Stream.concat(watches.stream(), other.watches.stream()).toList(),
                Stream.concat(lags.stream(), other.lags.stream()).toList());
    }
}
