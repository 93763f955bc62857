package dev.godwit.plan;

import dev.godwit.schema.QualifiedName;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two sides of the rows of one table, kept in step by Java code, which no trigger can run: what a version writes is marked,
 * and the other side follows when a run comes by.
 *
 * @param subject what is kept in step, for people
 * @param forth over rows that the version wrote last that is to go; empty: that way nothing lags
 * @param back over rows that the version wrote last that comes; empty: that way nothing lags
 */
public record Lag(String subject, Optional<Work.Rows> forth, Optional<Work.Rows> back) {

    public QualifiedName table() {
        return Stream.concat(forth.stream(), back.stream())
                .findFirst()
                .map(rows -> rows.transform().table())
                .orElseThrow();
    }
}
