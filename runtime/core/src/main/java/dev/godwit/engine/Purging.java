package dev.godwit.engine;

import dev.godwit.engine.execute.Session;
import dev.godwit.engine.report.RetainedThing;
import dev.godwit.engine.retain.Disposal;
import dev.godwit.engine.retain.Retaining;
import dev.godwit.engine.store.RetainedRow;
import dev.godwit.engine.store.RetainedRow.State;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Tells what a database keeps, and drops it for good. */
final class Purging {

    private final Retaining settings;
    private final Instant now;

    Purging(Retaining settings, Instant now) {
        this.settings = settings;
        this.now = now;
    }

    /** What is kept, the oldest first; the backups of a migration that is under way are too. */
    List<RetainedThing> things(List<RetainedRow> rows) {
        return rows.stream()
                .filter(row -> row.state() == State.RETAINED
                        || row.state() == State.PLANNED && row.kind() == RetainedRow.Kind.BACKUP)
                .map(this::thing)
                .toList();
    }

    /** Which of it a purge is about. */
    List<RetainedThing> things(List<RetainedRow> rows, PurgeTarget target) {
        return wanted(rows, target).stream().map(this::thing).toList();
    }

    /** Drops for good, one thing after another, each with its record. */
    List<RetainedThing> purge(Session session, PurgeTarget target) throws SQLException {
        List<RetainedRow> rows = session.retained().read(session.connection());
        List<RetainedRow> wanted = wanted(rows, target);
        Disposal disposal = new Disposal(session.connection(), session.dialect());
        for (RetainedRow row : wanted) {
            session.commit(() -> {
                disposal.drop(row);
                session.retained().update(session.connection(), row.with(State.PURGED, Instant.now(), session.run()));
            });
        }
        gone(
                session,
                disposal,
                retained(rows).stream().filter(row -> !wanted.contains(row)).toList());
        return wanted.stream().map(this::thing).toList();
    }

    /** What was kept inside of a table that is gone now is gone with it. */
    private static void gone(Session session, Disposal disposal, List<RetainedRow> rest) throws SQLException {
        for (RetainedRow row : rest) {
            if (!disposal.isThere(row)) {
                session.commit(() -> session.retained()
                        .update(session.connection(), row.with(State.PURGED, Instant.now(), session.run())));
            }
        }
    }

    private List<RetainedRow> wanted(List<RetainedRow> rows, PurgeTarget target) {
        return retained(rows).stream()
                .filter(row -> target.version().map(row.version()::equals).orElse(true))
                .filter(row -> isOlder(row, target.olderThan()))
                .toList();
    }

    private static List<RetainedRow> retained(List<RetainedRow> rows) {
        return rows.stream().filter(row -> row.state() == State.RETAINED).toList();
    }

    private boolean isOlder(RetainedRow row, Duration age) {
        return !row.at().isAfter(now.minus(age));
    }

    private RetainedThing thing(RetainedRow row) {
        return new RetainedThing(
                row.original(),
                row.name(),
                row.version(),
                row.bytes(),
                row.at(),
                isOlder(row, settings.overdueAfter()));
    }
}
