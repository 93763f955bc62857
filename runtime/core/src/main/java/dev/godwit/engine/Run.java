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
import dev.godwit.engine.report.MigrationState;
import dev.godwit.engine.report.RunReport;
import dev.godwit.engine.retain.Keeper;
import dev.godwit.engine.server.Errors;
import dev.godwit.engine.store.HistoryRow;
import dev.godwit.engine.store.HistoryRow.State;
import dev.godwit.engine.store.JournalRow;
import dev.godwit.plan.Course.Mode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One run under the lock: executes tasks one after another and knows what the database has after each. */
final class Run {

    private final Session session;
    private final Keeper keeper;
    private final Options options;
    private final Tasks tasks;
    private final TaskRunner runner;
    private final Agenda agenda;
    private final Applied applied;
    private final OpenPhases open;
    private final HeldContracts contracts;
    private final Lags lags;
    private final Repeats repeats;
    private final HalfPlans plans;
    private final boolean first;
    private final List<Executed> executed = new ArrayList<>();
    private final long start = System.nanoTime();

    private Run(
            Session session,
            Options options,
            MigrationSource source,
            Agenda agenda,
            Optional<JournalRow> last,
            Keeper keeper,
            boolean first)
            throws SQLException {
        this.session = session;
        this.keeper = keeper;
        this.options = options;
        this.agenda = agenda;
        this.first = first;
        this.plans = HalfPlans.of(session.dialect(), options.phases(), first);
        this.tasks = new Tasks(
                source, plans, keeper, true, new RowsThere(session.connection(), session.server(), session.dialect()));
        this.runner = new TaskRunner(session, keeper, last.map(JournalRow::id).orElse(0L) + 1);
        this.applied = new Applied(source.ledger(), agenda.standing().applied(), tasks.migrations());
        this.open = new OpenPhases(agenda.standing(), tasks, applied, agenda.attempts());
        this.repeats = Repeats.of(session, source);
        this.contracts = new HeldContracts(options.phases(), tasks, applied);
        this.lags = new Lags(session, tasks, applied);
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
        unmark(session, standing, interruption);
        Attempts attempts = new Attempts(session.connection(), session.journal());
        Agenda agenda = new Agenda(standing, interruption, options.phases(), attempts);
        return new Run(session, options, source, agenda, last, keeper(session, options), isFirst(session, standing));
    }

    /** What was announced, and of which nothing took effect, was not begun. */
    private static void unmark(Session session, Standing standing, Optional<Interruption> interruption)
            throws SQLException {
        for (HistoryRow row : standing.rows().values()) {
            boolean begun = interruption
                    .filter(what -> what.version().equals(row.version()))
                    .isPresent();
            if (row.underWay() && !begun) {
                session.commit(() -> session.history().mark(session.connection(), row.version(), row.state()));
            }
        }
    }

    /** Whether the database had no migration when it was first worked on, and no run has come to its end since. */
    private static boolean isFirst(Session session, Standing standing) throws SQLException {
        boolean marked = session.runs().isFirst(session.connection());
        if (standing.rows().isEmpty() && !marked) {
            session.commit(() -> session.runs().beginFirst(session.connection(), session.run()));
        }
        return marked || standing.rows().isEmpty();
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

    /** What there is to do, as the database stood when the run began. */
    Agenda agenda() {
        return agenda;
    }

    /** Takes turns one after another, between the two hooks. */
    RunReport take(Direction direction, List<Turn> turns) throws SQLException {
        tasks.check(turns, applied);
        refuseTakenNames(turns);
        if (!turns.isEmpty() || direction == Direction.UP && repeats.isDue(applied)) {
            String database = session.dialect().description();
            session.listener().on(new Event.RunStarted(session.run(), database, direction, turns.size()));
            hook("before", options.before());
            oweHook();
            for (Turn turn : turns) {
                take(turn);
            }
            lags.follow(open.all());
            if (direction == Direction.UP) {
                repeats.run(applied);
            }
            payHook();
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            session.listener().on(new Event.RunEnded(session.run(), direction, executed.size(), expanded(), took));
        } else {
            lags.follow(open.all());
            payHook();
        }
        if (first) {
            session.commit(() -> session.runs().endFirst(session.connection()));
        }
        return report();
    }

    /** How many migrations that it carried out have their contract still to come. */
    private int expanded() {
        Map<String, MigrationState> reached =
                executed.stream().collect(Collectors.toMap(Executed::version, Executed::state, (before, last) -> last));
        return (int) reached.values().stream()
                .filter(Set.of(MigrationState.EXPANDED, MigrationState.RECEDED)::contains)
                .count();
    }

    /** Runs nothing but the code that keeps sides in step; what an interrupted run has begun comes first, and is another's. */
    RunReport follow() {
        if (agenda.interruption().isEmpty()) {
            lags.follow(open.all());
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

    private void take(Turn turn) throws SQLException {
        open.require(turn);
        if (isHeld(turn)) {
            return;
        }
        lags.settle(turn);
        Task task = tasks.task(settled(turn, runner), applied);
        repeats.makeWay(task, tasks.migrations().get(turn.entry()).changes(turn.half()));
        Duration took = executed(turn, task);
        turn.enter(applied);
        open.enter(turn.entry(), task.outcome().state());
        executed.add(new Executed(
                task.version(),
                task.description(),
                task.direction(),
                task.outcome().state().map(StatusReading::state).orElse(MigrationState.UNAPPLIED),
                took));
        if (isToGoOn(turn, task)) {
            take(Turn.contract(turn.entry(), turn.half(), Attempt.FRESH));
        }
    }

    /** Where both halves are wanted, and one was begun when only the first was, the second follows at once. */
    private boolean isToGoOn(Turn turn, Task task) {
        State open = turn.half() == Direction.UP ? State.EXPANDED : State.RECEDED;
        return turn.stage() != Stage.ABANDON
                && task.outcome().state().filter(open::equals).isPresent()
                && plans.mode(turn.half()) == Mode.WHOLE;
    }

    private boolean isHeld(Turn turn) {
        boolean held = contracts.holds(turn, session.connection());
        if (held) {
            String version = turn.entry().version().text();
            session.listener()
                    .on(new Event.HeldBack(version, contracts.why(version).orElseThrow()));
        }
        return held;
    }

    /** Settles first what an interrupted run left open of a migration that is taken back. */
    private Turn settled(Turn turn, TaskRunner by) {
        if (turn.stage() != Stage.ABANDON || turn.past().orElseThrow().complete()) {
            return turn;
        }
        Past past = turn.past().get();
        Turn begun = past.ended().rows().isEmpty()
                ? Turn.begin(turn.entry(), turn.half(), past.last())
                : Turn.fill(turn.entry(), past);
        return turn.withPast(past.withLast(by.settle(tasks.task(begun, applied))));
    }

    private Duration executed(Turn turn, Task task) {
        try {
            return runner.run(task);
        } catch (EngineException e) {
            throw CheckpointProblems.isUnfulfilled(e) && turn.begins(Direction.UP) ? undone(turn, e) : e;
        }
    }

    /** A migration that does not do what it is to do is taken back: what its transaction has not undone already. */
    private EngineException undone(Turn turn, EngineException because) {
        try {
            Optional<JournalRow> last = session.journal().last(session.connection());
            Optional<Interruption> begun = Interruption.find(
                            session.connection(), session.journal(), agenda.standing(), last)
                    .filter(what -> what.version().equals(turn.entry().version().text()));
            if (begun.isEmpty()) {
                return CheckpointProblems.undone(because, "by its transaction");
            }
            TaskRunner undoing =
                    new TaskRunner(session, keeper, last.map(JournalRow::id).orElse(0L) + 1);
            Turn back = Turn.abandon(
                    turn.entry(),
                    Direction.UP,
                    Attempt.FRESH,
                    Past.of(begun.get().attempt()));
            undoing.run(tasks.task(settled(back, undoing), applied));
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
        Reasons reasons = new Reasons(agenda.standing().ledger());
        return new RunReport(
                Optional.of(session.dialect().description()),
                executed,
                open.all().stream()
                        .map(left -> reasons.of(left, contracts.why(left.version())))
                        .toList(),
                repeats.report(),
                List.of(),
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
