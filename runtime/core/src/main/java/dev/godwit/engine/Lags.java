package dev.godwit.engine;

import dev.godwit.change.Transform;
import dev.godwit.engine.OpenPhases.Open;
import dev.godwit.engine.chain.Applied;
import dev.godwit.engine.chain.Loaded;
import dev.godwit.engine.event.Direction;
import dev.godwit.engine.event.Event;
import dev.godwit.engine.execute.Attempt;
import dev.godwit.engine.execute.CatchUp;
import dev.godwit.engine.execute.CatchUp.Result;
import dev.godwit.engine.execute.Session;
import dev.godwit.engine.problem.PhaseProblems;
import dev.godwit.engine.store.HistoryRow.State;
import dev.godwit.plan.Lag;
import dev.godwit.plan.Work;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs the Java code that keeps two sides in step, while migrations are between their phases. */
final class Lags {

    /** How often it is looked for what came meanwhile: who writes all the time is not waited for. */
    private static final int PASSES = 10;

    private final Session session;
    private final Tasks tasks;
    private final Applied applied;

    Lags(Session session, Tasks tasks, Applied applied) {
        this.session = session;
        this.tasks = tasks;
        this.applied = applied;
    }

    /** Whether a migration may have code that keeps sides in step, as far as can be said without a database. */
    static boolean areIn(Loaded migration) {
        return Stream.concat(migration.changes(Direction.UP).stream(), migration.changes(Direction.DOWN).stream())
                .anyMatch(Transform.class::isInstance);
    }

    /** Lets all sides follow of migrations that stay open. */
    void follow(List<Open> open) {
        for (Open each : open) {
            if (each.state() == State.EXPANDED || each.state() == State.RECEDED) {
                for (Lag lag : of(Turn.contract(each.entry(), each.half(), Attempt.FRESH))) {
                    lag.forth().ifPresent(rows -> warn(each.version(), lag, pass(each.version(), lag, rows)));
                    lag.back().ifPresent(rows -> warn(each.version(), lag, pass(each.version(), lag, rows)));
                }
            }
        }
    }

    /**
     * Lets the side that stays have what the other one has, before that goes.
     *
     * @throws dev.godwit.engine.problem.EngineException when it cannot for some rows
     */
    void settle(Turn turn) {
        if (turn.attempt().hasBegun()) {
            return;
        }
        if (turn.stage() == Stage.CONTRACT) {
            of(turn).forEach(lag -> lag.forth().ifPresent(rows -> settle(turn, lag, rows, "contracted")));
        } else if (turn.stage() == Stage.ABANDON && turn.past().orElseThrow().complete()) {
            of(turn).forEach(lag -> lag.back().ifPresent(rows -> settle(turn, lag, rows, "taken back")));
        }
    }

    private List<Lag> of(Turn turn) {
        return areIn(tasks.migrations().get(turn.entry()))
                ? tasks.phased(turn, applied).gate().lags()
                : List.of();
    }

    private void settle(Turn turn, Lag lag, Work.Rows rows, String done) {
        String version = turn.entry().version().text();
        Result result = pass(version, lag, rows);
        for (int i = 1; i < PASSES && result.done() > 0; i++) {
            result = pass(version, lag, rows);
        }
        if (result.left() > 0) {
            throw PhaseProblems.doesNotFollow(version, lag.subject(), result.left(), result.named(), done);
        }
    }

    private Result pass(String version, Lag lag, Work.Rows rows) {
        Result result = new CatchUp(session, version).through(rows);
        if (result.done() > 0) {
            session.listener().on(new Event.Followed(version, lag.subject(), result.done()));
        }
        return result;
    }

    private void warn(String version, Lag lag, Result result) {
        if (result.left() > 0) {
            Map<String, String> named = result.named();
            session.listener().on(new Event.LeftBehind(version, lag.subject(), result.left(), named));
        }
    }
}
