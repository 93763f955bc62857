package dev.godwit.engine.report;

import java.time.Duration;
import java.util.List;

/**
 * What a copy brought over.
 *
 * @param from the product that the rows came from
 * @param to the product that has them now
 * @param tables in their order
 * @param took in all, the comparison included
 * @param compared how long the comparison of both sides took
 */
public record CopyReport(String from, String to, List<Copied> tables, Duration took, Duration compared) {

    /** One table, which is the same on both sides. */
    public record Copied(String table, long rows) {}

    public long rows() {
        return tables.stream().mapToLong(Copied::rows).sum();
    }
}
