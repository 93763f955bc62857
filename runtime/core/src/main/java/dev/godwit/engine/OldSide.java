package dev.godwit.engine;

import dev.godwit.engine.problem.PhaseProblems;
import dev.godwit.engine.server.Jdbc;
import dev.godwit.plan.Watch;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Finds out whether the version of the application that is to be gone still writes. */
record OldSide(Connection connection, Duration quiet) {

    /**
     * What was written too recently, in words.
     *
     * @throws dev.godwit.engine.problem.EngineException when the database does not tell
     */
    Optional<String> written(String version, List<Watch> watches) {
        for (Watch watch : watches) {
            Optional<Duration> since = since(version, watch);
            if (since.filter(time -> time.compareTo(quiet) < 0).isPresent()) {
                return Optional.of("%s was written by the old version %d s ago, and %d s without that are needed"
                        .formatted(watch.subject(), since.get().toSeconds(), quiet.toSeconds()));
            }
        }
        return Optional.empty();
    }

    private Optional<Duration> since(String version, Watch watch) {
        try {
            return Jdbc.query(connection, watch.query(), row -> {
                        long seconds = row.getLong(1);
                        return row.wasNull() ? Optional.<Duration>empty() : Optional.of(Duration.ofSeconds(seconds));
                    })
                    .stream()
                    .flatMap(Optional::stream)
                    .findFirst();
        } catch (SQLException e) {
            throw PhaseProblems.watchFailed(version, watch.query(), e);
        }
    }
}
