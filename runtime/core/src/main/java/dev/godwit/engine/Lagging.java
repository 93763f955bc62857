package dev.godwit.engine;

import dev.godwit.dialect.Dialect;
import dev.godwit.engine.event.Direction;
import dev.godwit.engine.server.Jdbc;
import dev.godwit.plan.Lag;
import dev.godwit.plan.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts the rows that Java code has not run over yet since they were last written. */
record Lagging(Connection connection, Dialect dialect) {

    /**
     * How many wait, in words; empty: none does.
     *
     * @param half by which they lag
     */
    Optional<String> of(List<Lag> lags, Direction half) throws SQLException {
        String going = half == Direction.UP ? "the old version" : "the new version";
        String coming = half == Direction.UP ? "the new version" : "the old version";
        List<String> parts = new ArrayList<>();
        for (Lag lag : lags) {
            count(lag.forth(), going).ifPresent(parts::add);
            count(lag.back(), coming).ifPresent(parts::add);
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of("Java code has still to run for %s".formatted(String.join(" and ", parts)));
    }

    private Optional<String> count(Optional<Work.Rows> rows, String writer) throws SQLException {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Work.Due due = rows.get().due().orElseThrow();
        String sql = "select count(*) from %s where %s = %d"
                .formatted(dialect.quote(rows.get().transform().table()), dialect.quote(due.mark()), due.value());
        long count = Jdbc.query(connection, sql, row -> row.getLong(1)).get(0);
        return count == 0
                ? Optional.empty()
                : Optional.of("%d %s that %s wrote".formatted(count, count == 1 ? "row" : "rows", writer));
    }
}
