package dev.godwit.engine.execute;

import dev.godwit.engine.event.Event;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.problem.Said;
import dev.godwit.engine.rows.BatchSize;
import dev.godwit.engine.rows.DueRows;
import dev.godwit.engine.rows.Position;
import dev.godwit.engine.server.Errors;
import dev.godwit.engine.server.Failure;
import dev.godwit.plan.Hazard;
import dev.godwit.plan.Resume;
import dev.godwit.plan.Step;
import dev.godwit.plan.Work;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Lets one side of rows follow what a version of the application has written on the other, by the Java code of a migration.
 * The rows' own marks tell what is left, so nothing is journaled: whoever comes after an interruption goes on. A row for
 * which there is no value stays marked, and the others go past it.
 */
public final class CatchUp {

    private static final int NAMED = 20;

    private final Session session;
    private final String version;

    public CatchUp(Session session, String version) {
        this.session = session;
        this.version = version;
    }

    /**
     * What came of it.
     *
     * @param done rows that follow now
     * @param left how many rows there are for which there is no value
     * @param named some of these, with what says so
     */
    public record Result(long done, long left, Map<String, String> named) {

        public Result {
            named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
        }
    }

    /** Goes through the marked rows once, in the order of their key. */
    public Result through(Work.Rows due) {
        try {
            return new Pass(due).run();
        } catch (StepFailure failure) {
            throw coded(due, failure.error());
        } catch (CommitFailure failure) {
            throw coded(due, failure.error());
        } catch (SQLException e) {
            throw coded(due, e);
        }
    }

    private EngineException coded(Work.Rows due, SQLException error) {
        return Errors.of(
                session.server(), "the work on rows of " + due.transform().table(), error);
    }

    private final class Pass {

        private final Map<String, String> named = new LinkedHashMap<>();
        private final Map<String, String> thrown = new LinkedHashMap<>();
        private long left;
        private final BatchSize size = new BatchSize(session.manners().pace());
        private final long start = System.nanoTime();
        private final Step step;
        private final DueRows rows;

        Pass(Work.Rows due) {
            this.step = new Step(
                    "let rows of %s follow".formatted(due.transform().table()),
                    due,
                    new Resume.Idempotent(),
                    Hazard.ONLINE,
                    "");
            this.rows = new DueRows(session.connection(), session.dialect(), version, due, this::threw);
        }

        private void threw(String row, EngineException why) {
            thrown.put(row, String.valueOf(why.getCause()));
        }

        Result run() throws SQLException {
            Position position = Position.START;
            Throttle throttle = new Throttle(session, version);
            while (!position.atEnd()) {
                throttle.await();
                Position next = batch(position);
                if (next.rows() > position.rows()) {
                    tell(next);
                }
                position = next;
            }
            return new Result(position.rows(), left, named);
        }

        private void tell(Position reached) {
            session.listener()
                    .on(new Event.Progress(
                            version,
                            rows.table().toString(),
                            reached.rows(),
                            OptionalLong.empty(),
                            Duration.ofNanos(System.nanoTime() - start)));
        }

        /** A batch that fails as a whole is tried in parts, down to the single row that is to blame. */
        private Position batch(Position from) throws SQLException {
            while (true) {
                long begun = System.nanoTime();
                try {
                    Position reached = committed(from, size.rows());
                    size.took(Duration.ofNanos(System.nanoTime() - begun));
                    return reached;
                } catch (StepFailure failure) {
                    if (session.server().failure(failure.error()) != Failure.STATEMENT) {
                        throw failure;
                    }
                    if (size.rows() == 1) {
                        Position next = rows.skip(from);
                        leave(Map.of(rows.name(next), Said.by(failure.error())));
                        return next;
                    }
                    size.failed();
                }
            }
        }

        private Position committed(Position from, int most) throws SQLException {
            Position[] reached = {from};
            new Retry(session, version)
                    .run(
                            0,
                            () -> session.transaction(() -> {
                                thrown.clear();
                                reached[0] = next(from, most);
                                session.runs().fence(session.connection(), session.run());
                            }));
            leave(thrown);
            return reached[0];
        }

        private void leave(Map<String, String> rows) {
            left += rows.size();
            rows.forEach((row, why) -> {
                if (named.size() < NAMED) {
                    named.put(row, why);
                }
            });
        }

        private Position next(Position from, int most) {
            try {
                return rows.next(from, most);
            } catch (SQLException e) {
                throw new StepFailure(step, e);
            }
        }
    }
}
