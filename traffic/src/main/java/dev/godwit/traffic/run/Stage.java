package dev.godwit.traffic.run;

import dev.godwit.traffic.load.Sample;
import java.util.List;

/**
 * A part of a run.
 *
 * @param name for people
 * @param calm whether it is traffic without a migration, by which the others are judged
 * @param from begin, in microseconds since 1970
 * @param to end
 */
record Stage(String name, boolean calm, long from, long to) {

    List<Sample> of(List<Sample> samples) {
        return samples.stream()
                .filter(sample -> sample.due() >= from && sample.due() < to)
                .toList();
    }
}
