package dev.godwit.traffic.run;

import dev.godwit.traffic.load.Sample;
import java.util.List;

/**
 * Of some requests, in milliseconds.
 *
 * @param count how many requests
 */
record Latencies(int count, double median, double p99, double worst) {

    static Latencies of(List<Sample> samples) {
        long[] sorted = samples.stream().mapToLong(Sample::latency).sorted().toArray();
        return new Latencies(sorted.length, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(long[] sorted, double part) {
        if (sorted.length == 0) {
            return 0;
        }
        int place = (int) Math.ceil(part * sorted.length) - 1;
        return sorted[Math.max(0, place)] / 1000.0;
    }

    /** As multiples of others. */
    String against(Latencies others) {
        return "%6d requests  p50 %8.1f ms (%5.2f)  p99 %8.1f ms (%5.2f)  worst %8.1f ms (%5.2f)"
                .formatted(count, median, median / others.median, p99, p99 / others.p99, worst, worst / others.worst);
    }
}
