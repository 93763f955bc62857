package dev.godwit.engine.execute;

import dev.godwit.engine.event.Event;
import dev.godwit.engine.problem.ExecutionProblems;
import dev.godwit.engine.problem.StoreProblems;
import dev.godwit.engine.rows.BatchSize;
import dev.godwit.engine.rows.Batches;
import dev.godwit.engine.rows.Cursor;
import dev.godwit.engine.rows.Position;
import dev.godwit.engine.server.Failure;
import dev.godwit.engine.server.Server;
import dev.godwit.engine.server.TableSize;
import dev.godwit.engine.server.TableSizes;
import dev.godwit.engine.store.JournalRow;
import dev.godwit.plan.Step;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;

/** Works through the rows of a table, each batch committed together with the place where it ends. */
final class BatchLoop {

    private final Session session;
    private final String version;
    private final int group;
    private final Step step;
    private final JournalRow begun;
    private final Batches batches;
    private final BatchSize size;

    /** @param begun the step's journal row, which has the place where an interrupted run ended */
    BatchLoop(Session session, String version, int group, Step step, JournalRow begun, Batches batches) {
        this.session = session;
        this.version = version;
        this.group = group;
        this.step = step;
        this.begun = begun;
        this.batches = batches;
        this.size = new BatchSize(session.manners().pace());
    }

    void run() throws SQLException {
        session.listener().on(new Event.StepStarted(version, step));
        long start = System.nanoTime();
        Position position = begun.cursor().map(this::after).orElse(Position.START);
        OptionalLong total = position.last().isEmpty() ? total() : OptionalLong.empty();
        Throttle throttle = new Throttle(session, version);
        while (!position.atEnd()) {
            throttle.await();
            position = batch(position);
            String table = batches.table().toString();
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            session.listener().on(new Event.Progress(version, table, position.rows(), total, took));
        }
        session.listener().on(new Event.StepEnded(version, step, Duration.ofNanos(System.nanoTime() - start)));
    }

    private Position after(String cursor) {
        try {
            return Position.after(Cursor.parse(cursor));
        } catch (IllegalArgumentException e) {
            throw StoreProblems.damagedRow(session.names().journal(), version, "cursor_key", cursor);
        }
    }

    private OptionalLong total() throws SQLException {
        return new TableSizes(session.connection(), session.server(), session.dialect())
                .of(batches.table())
                .map(TableSize::rows)
                .orElse(OptionalLong.empty());
    }

    /**
     * A batch that fails as a whole is tried in parts, down to the single row that is to blame, and so is one that meets a
     * row that somebody holds: that one is waited for with no other row in hand.
     */
    private Position batch(Position from) throws SQLException {
        while (true) {
            long start = System.nanoTime();
            try {
                Position reached = committed(from, size.rows());
                size.took(Duration.ofNanos(System.nanoTime() - start));
                return reached;
            } catch (StepFailure failure) {
                if (givesWay(size.rows()) && failure(failure) == Failure.LOCK_WAIT) {
                    size.failed();
                    continue;
                }
                if (!isAboutRows(failure)) {
                    throw failure;
                }
                if (size.rows() == 1) {
                    throw ExecutionProblems.rowRefused(
                            version,
                            step.description(),
                            new Offenders(session, batches).from(from, failure),
                            failure.error());
                }
                size.failed();
            }
        }
    }

    private boolean isAboutRows(StepFailure failure) {
        return switch (failure(failure)) {
            case STATEMENT, CANCELLED -> true;
            case LOCK_WAIT,
                    CONNECTION_LOST,
                    NOT_LET_IN,
                    NO_DATABASE,
                    FILE_IN_USE,
                    NOT_ALLOWED,
                    READ_ONLY,
                    FULL,
                    NO_TABLE,
                    NO_COLUMN -> false;
        };
    }

    private Failure failure(StepFailure failure) {
        return session.server().failure(failure.error());
    }

    private boolean givesWay(int rows) {
        return rows > 1 && session.server().givesWayAtRows();
    }

    private Position committed(Position from, int rows) throws SQLException {
        Position[] reached = {from};
        Session.Action once = () -> session.transaction(() -> {
            reached[0] = givesWay(rows) ? gentle(from, rows) : next(from, rows);
            keep(reached[0]);
        });
        if (givesWay(rows)) {
            once.run();
        } else {
            new Retry(session, version).run(group, once);
        }
        return reached[0];
    }

    /** One statement both keeps the place and makes sure that this run still may work: it is paid once a batch. */
    private void keep(Position reached) throws SQLException {
        boolean kept = reached.last().isPresent()
                && session.journal()
                        .moveCursor(
                                session.connection(),
                                begun.id(),
                                reached.last().get().toString(),
                                session.run());
        if (!kept) {
            session.runs().fence(session.connection(), session.run());
        }
    }

    private Position gentle(Position from, int rows) throws SQLException {
        Server.Restoration restoration = session.server()
                .giveWayAtRows(session.connection(), session.manners().lockTimeout());
        try {
            return next(from, rows);
        } finally {
            restoration.run();
        }
    }

    private Position next(Position from, int rows) {
        try {
            return batches.next(from, rows);
        } catch (SQLException e) {
            throw new StepFailure(step, e);
        }
    }
}
