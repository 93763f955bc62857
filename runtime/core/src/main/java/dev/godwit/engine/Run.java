package dev.godwit.engine;

import dev.godwit.engine.chain.Applied;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.chain.Standing;
import dev.godwit.engine.event.Direction;
import dev.godwit.engine.event.Event;
import dev.godwit.engine.execute.Attempt;
import dev.godwit.engine.execute.Session;
import dev.godwit.engine.execute.Task;
import dev.godwit.engine.execute.TaskRunner;
import dev.godwit.engine.problem.CheckpointProblems;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.problem.ExecutionProblems;
import dev.godwit.engine.problem.StoreProblems;
import dev.godwit.engine.report.Executed;
import dev.godwit.engine.report.RunReport;
import dev.godwit.engine.retain.Keeper;
import dev.godwit.engine.server.Errors;
import dev.godwit.engine.store.JournalRow;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One run under the lock: executes tasks one after another and knows what the database has after each. */
final class Run {

    private final Session session;
    private final Keeper keeper;
    private final Options options;
    private final Tasks tasks;
    private final TaskRunner runner;
    private final Standing standing;
    private final Optional<Interruption> interruption;
    private final Applied applied;
    private final List<Executed> executed = new ArrayList<>();
    private final long start = System.nanoTime();

    private Run(
            Session session,
            Options options,
            MigrationSource source,
            Standing standing,
            Optional<JournalRow> last,
            Optional<Interruption> interruption,
            Keeper keeper) {
        this.session = session;
        this.keeper = keeper;
        this.options = options;
        this.tasks = new Tasks(source, session.dialect(), keeper, true);
        this.runner = new TaskRunner(session, keeper, last.map(JournalRow::id).orElse(0L) + 1);
        this.standing = standing;
        this.interruption = interruption;
        this.applied = new Applied(source.ledger(), standing.applied(), tasks.migrations());
    }

    /** Reads the history again, now that nobody else can change it. */
    static Run start(Session session, Options options, MigrationSource source) throws SQLException {
        Standing standing = Standing.of(source.ledger(), session.history().read(session.connection()));
        standing.requireFit(session.names().history());
        Optional<JournalRow> last = session.journal().last(session.connection());
        last.ifPresent(row -> requireHistory(row, standing, session));
        Optional<Interruption> interruption =
                Interruption.find(session.connection(), session.journal(), standing, last);
        if (interruption.isPresent()) {
            session.server().sweep(session.connection());
        }
        return new Run(session, options, source, standing, last, interruption, keeper(session, options));
    }

    static Keeper keeper(Session session, Options options) throws SQLException {
        return new Keeper(
                session.connection(),
                session.server(),
                session.dialect(),
                options.retaining(),
                session.retained().read(session.connection()),
                session.run());
    }

    /** The last group of a migration and its row in the history were committed together. */
    private static void requireHistory(JournalRow row, Standing standing, Session session) {
        boolean applied = row.direction() == Direction.UP && row.ends() && row.state() == JournalRow.State.DONE;
        if (applied && !standing.rows().containsKey(row.version())) {
            throw StoreProblems.journalWithoutHistory(
                    row.version(), session.names().history());
        }
    }

    /** How the database stood when the run began. */
    Standing standing() {
        return standing;
    }

    Optional<Interruption> interruption() {
        return interruption;
    }

    /** Takes turns one after another, between the two hooks. */
    RunReport take(Direction direction, List<Turn> turns) {
        turns.forEach(turn -> turn.check(tasks, applied));
        refuseTakenNames(turns);
        if (!turns.isEmpty()) {
            String database = session.dialect().description();
            session.listener().on(new Event.RunStarted(session.run(), database, direction, turns.size()));
            hook("before", options.before());
            oweHook();
            turns.forEach(this::take);
            payHook();
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            session.listener().on(new Event.RunEnded(session.run(), direction, executed.size(), took));
        } else {
            payHook();
        }
        return report();
    }

    private void refuseTakenNames(List<Turn> turns) {
        try {
            NamesTaken.refuse(turns, tasks.migrations(), session.connection(), session.dialect());
        } catch (SQLException e) {
            throw Errors.of(session.server(), "the reading of the names that are taken", e);
        }
    }

    private void take(Turn turn) {
        Task task = turn.settled(tasks, applied, runner).task(tasks, applied);
        Duration took = executed(turn, task);
        turn.enter(applied);
        executed.add(new Executed(task.version(), task.description(), task.direction(), took));
    }

    private Duration executed(Turn turn, Task task) {
        try {
            return runner.run(task);
        } catch (EngineException e) {
            throw CheckpointProblems.isUnfulfilled(e) && turn.direction() == Direction.UP ? undone(turn, e) : e;
        }
    }

    /** A migration that does not do what it is to do is taken back: what its transaction has not undone already. */
    private EngineException undone(Turn turn, EngineException because) {
        try {
            Optional<JournalRow> last = session.journal().last(session.connection());
            Optional<Interruption> begun = Interruption.find(session.connection(), session.journal(), standing, last)
                    .filter(what -> what.version().equals(turn.entry().version().text()));
            if (begun.isEmpty()) {
                return CheckpointProblems.undone(because, "by its transaction");
            }
            TaskRunner undoing =
                    new TaskRunner(session, keeper, last.map(JournalRow::id).orElse(0L) + 1);
            Turn back = new Turn(
                    turn.entry(),
                    Direction.DOWN,
                    Attempt.FRESH,
                    Optional.of(begun.get().attempt()));
            undoing.run(back.settled(tasks, applied, undoing).task(tasks, applied));
            return CheckpointProblems.undone(because, "by its way back and its backups");
        } catch (EngineException e) {
            return CheckpointProblems.notUndone(because, e);
        } catch (SQLException e) {
            return CheckpointProblems.notUndone(
                    because,
                    Errors.of(session.server(), "the undoing of " + turn.entry().version(), e));
        }
    }

    private RunReport report() {
        return new RunReport(
                Optional.of(session.dialect().description()),
                executed,
                applied.head().map(entry -> entry.version().text()),
                Duration.ofNanos(System.nanoTime() - start));
    }

    /** Remembers it before anything happens that it belongs behind: grants are not to be lost with a crash. */
    private void oweHook() {
        if (options.after() != Hook.NOTHING) {
            keep(() -> session.commit(() -> session.runs().oweHook(session.connection(), session.run())));
        }
    }

    private void payHook() {
        keep(() -> {
            if (options.after() != Hook.NOTHING && session.runs().owesHook(session.connection())) {
                hook("after", options.after());
                session.commit(() -> session.runs().settleHook(session.connection()));
            }
        });
    }

    private void keep(Session.Action action) {
        try {
            action.run();
        } catch (SQLException e) {
            throw Errors.of(session.server(), "the keeping of the hook", e);
        }
    }

    private void hook(String when, Hook hook) {
        try {
            hook.run(session.connection());
        } catch (EngineException e) {
            throw e;
        } catch (Exception e) {
            throw ExecutionProblems.hookFailed(when, e);
        }
    }
}
