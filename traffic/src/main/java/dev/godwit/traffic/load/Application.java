package dev.godwit.traffic.load;

import java.util.List;

/** A version of the application at work. Closing it ends it at once. */
public interface Application extends AutoCloseable {

    /** @param perSecond 0: no more requests, and those that are due are served before this returns */
    void rate(int perSecond);

    /** Serves what is due, and no more. */
    Outcome end();

    @Override
    void close();

    /**
     * What an application has done.
     *
     * @param growth customers inserted less customers deleted
     */
    record Outcome(List<Sample> samples, long growth) {
        public Outcome {
            samples = List.copyOf(samples);
        }
    }
}
