package dev.godwit.engine.report;

import dev.godwit.drift.Drift;
import java.util.List;

/**
 * What came of recording a database's present state as its starting version.
 *
 * @param database product and version
 * @param recorded the versions that count as applied now, in the chain's order; empty: nothing was recorded
 * @param drift how the database stands to what these versions give
 */
public record BaselineReport(String database, List<String> recorded, Drift drift) {

    public BaselineReport {
        recorded = List.copyOf(recorded);
    }
}
