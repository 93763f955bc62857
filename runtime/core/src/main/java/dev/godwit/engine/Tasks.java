package dev.godwit.engine;

import dev.godwit.engine.chain.Applied;
import dev.godwit.engine.chain.Commutation;
import dev.godwit.engine.chain.Loaded;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.chain.Migrations;
import dev.godwit.engine.chain.Replay;
import dev.godwit.engine.event.Direction;
import dev.godwit.engine.execute.Attempt;
import dev.godwit.engine.execute.Outcome;
import dev.godwit.engine.execute.Task;
import dev.godwit.engine.problem.RowProblems;
import dev.godwit.engine.retain.Decisions;
import dev.godwit.engine.retain.Keeper;
import dev.godwit.engine.store.HistoryRow.State;
import dev.godwit.plan.Course.Mode;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Plan;
import dev.godwit.plan.StepGroup;
import dev.godwit.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes tasks of turns: loads, records and plans each migration when its turn comes. */
final class Tasks {

    private final MigrationSource source;
    private final HalfPlans plans;
    private final Keeper keeper;
    private final boolean looking;
    private final LaterRows laterRows;
    private final Migrations migrations;

    /**
     * @param keeper decides what becomes of rows that are dropped
     * @param looking whether each task is made when the database is what it will find
     */
    Tasks(MigrationSource source, HalfPlans plans, Keeper keeper, boolean looking, LaterRows laterRows) {
        this.source = source;
        this.plans = plans;
        this.keeper = keeper;
        this.looking = looking;
        this.laterRows = laterRows;
        this.migrations = new Migrations(source);
    }

    Migrations migrations() {
        return migrations;
    }

    /**
     * Refuses, before any turn is taken, what can be refused then.
     *
     * @throws dev.godwit.engine.problem.EngineException when a migration cannot be used, comes too late to be applied
     *     where it stands, or has no way back
     */
    void check(List<Turn> turns, Applied applied) {
        Applied ahead = applied.copy();
        for (Turn turn : turns) {
            Loaded loaded = migrations.get(turn.entry());
            if (turn.begins(Direction.UP)) {
                new Commutation(migrations).require(turn.entry(), ahead);
            }
            if (turn.begins(Direction.DOWN) && !turn.attempt().hasBegun()) {
                requireWayBack(loaded);
            }
            turn.enter(ahead);
        }
    }

    private static void requireWayBack(Loaded loaded) {
        loaded.recording().noWayBack().ifPresent(why -> {
            throw RowProblems.noWayBack(loaded.version(), why);
        });
    }

    /**
     * What a turn executes, given what the database has when it comes.
     *
     * @throws dev.godwit.engine.problem.EngineException when it cannot be planned, or when rows were changed that cannot
     *     be restored from where it is
     */
    Task task(Turn turn, Applied applied) {
        return switch (turn.stage()) {
            case BEGIN -> begin(turn, applied);
            case FILL -> fill(turn, applied);
            case CONTRACT -> contract(turn, applied);
            case ABANDON -> abandon(turn, applied);
        };
    }

    /** What was begun in another mode than is wanted now goes on in that. */
    private Task begin(Turn turn, Applied applied) {
        Mode wanted = plans.mode(turn.half());
        boolean leavesRows = plans.background();
        if (!turn.attempt().hasBegun()) {
            return begin(turn, applied, wanted, leavesRows);
        }
        Mode other = wanted == Mode.WHOLE ? Mode.PHASED : Mode.WHOLE;
        return continued(turn, applied, wanted, leavesRows)
                .or(() -> continued(turn, applied, wanted, false))
                .or(() -> continued(turn, applied, other, false))
                .orElseGet(() -> begin(turn, applied, wanted, leavesRows));
    }

    /** Empty: it was not begun this way. */
    private Optional<Task> continued(Turn turn, Applied applied, Mode mode, boolean leavesRows) {
        Loaded loaded = migrations.get(turn.entry());
        Decisions decisions = decide(loaded, turn.half(), turn.attempt().stage());
        return plans.possible(loaded, turn.half(), mode, before(turn, applied), decisions)
                .map(plan -> begin(turn, applied, new Beginning(mode, plan, decisions), leavesRows))
                .filter(Task::isContinued);
    }

    private Task begin(Turn turn, Applied applied, Mode mode, boolean leavesRows) {
        Loaded loaded = migrations.get(turn.entry());
        Decisions decisions = decide(loaded, turn.half(), turn.attempt().stage());
        Plan plan = plans.plan(loaded, turn.half(), mode, before(turn, applied), decisions);
        return begin(turn, applied, new Beginning(mode, plan, decisions), leavesRows);
    }

    private record Beginning(Mode mode, Plan plan, Decisions decisions) {}

    private Task begin(Turn turn, Applied applied, Beginning how, boolean leavesRows) {
        Plan plan = how.plan();
        int now = leavesRows && turn.half() == Direction.UP
                ? laterRows.firstIn(plan.expand())
                : plan.expand().size();
        boolean filling = now < plan.expand().size();
        boolean phased = how.mode() == Mode.PHASED && !plan.contract().isEmpty();
        List<StepGroup> groups = phased || filling ? plan.expand().subList(0, now) : plan.groups();
        State state = filling ? State.FILLING : phased ? State.EXPANDED : State.APPLIED;
        Outcome outcome = switch (turn.half()) {
            case UP ->
                new Outcome.Inserted(AppliedRow.of(turn.entry(), source.ledger())
                        .with(state, spares(turn, applied, state, how.mode(), plan)));
            case DOWN ->
                phased
                        ? new Outcome.Marked(State.APPLIED, State.RECEDED)
                        : new Outcome.Deleted(Optional.of(State.APPLIED));
        };
        return task(turn, new Plan(plan.guards(), groups), how.decisions(), outcome);
    }

    /** Whether the release before lives with the migration, now that it is this far; an open contract says so itself. */
    private boolean spares(Turn turn, Applied applied, State state, Mode mode, Plan plan) {
        return state == State.APPLIED && plans.spares(migrations.get(turn.entry()), mode, plan, before(turn, applied));
    }

    private Task fill(Turn turn, Applied applied) {
        Loaded loaded = migrations.get(turn.entry());
        Decisions decisions = decide(loaded, Direction.UP, Decisions.Stage.BEGUN);
        Plan plan = plans.plan(loaded, Direction.UP, Mode.PHASED, before(turn, applied), decisions);
        Attempt ended = turn.past().orElseThrow().ended();
        List<StepGroup> rest = task(
                        turn,
                        new Plan(List.of(), plan.expand()),
                        decisions,
                        new Outcome.Marked(State.FILLING, State.FILLING))
                .with(ended)
                .rest();
        State state = plan.contract().isEmpty() ? State.APPLIED : State.EXPANDED;
        boolean spares = spares(turn, applied, state, Mode.PHASED, plan);
        return task(turn, new Plan(List.of(), rest), decisions, new Outcome.Marked(State.FILLING, state, spares));
    }

    private Task contract(Turn turn, Applied applied) {
        Decisions.Stage stage = turn.attempt().hasBegun() ? Decisions.Stage.BEGUN : Decisions.Stage.EXPANDED;
        Loaded loaded = migrations.get(turn.entry());
        Decisions decisions = decide(loaded, turn.half(), stage);
        Plan plan = plans.plan(loaded, turn.half(), Mode.PHASED, before(turn, applied), decisions);
        Outcome outcome = turn.half() == Direction.UP
                ? new Outcome.Marked(State.EXPANDED, State.APPLIED)
                : new Outcome.Deleted(Optional.of(State.RECEDED));
        return task(turn, new Plan(plan.gate().guards(), plan.contract()), decisions, outcome);
    }

    /** The plan of a half that was begun in phases. */
    Plan phased(Turn turn, Applied applied) {
        Loaded loaded = migrations.get(turn.entry());
        Decisions decisions = keeper.decide(new Decisions.Turn(
                loaded.version(), turn.half(), Decisions.Stage.BEGUN, false, returns(loaded), false));
        return plans.plan(loaded, turn.half(), Mode.PHASED, before(turn, applied), decisions);
    }

    /** What is kept of replaced values comes back last, when nothing keeps columns in step any more. */
    private Task abandon(Turn turn, Applied applied) {
        Loaded loaded = migrations.get(turn.entry());
        Decisions made = decide(loaded, turn.half(), Decisions.Stage.BEGUN);
        Supplier<Schema> before = before(turn, applied);
        Past past = turn.past().orElseThrow();
        HalfApplied.WayBack way = new HalfApplied(loaded, turn.half(), plans, made, before.get()).wayBack(past);
        Decisions decisions = keeper.decide(new Decisions.Turn(
                loaded.version(), turn.direction(), turn.attempt().stage(), looking, returns(loaded), true));
        List<Guard> guards = new ArrayList<>();
        List<StepGroup> groups = new ArrayList<>();
        for (Plan undo : undone(way.undos(), turn, decisions)) {
            guards.addAll(undo.guards());
            groups.addAll(undo.groups());
        }
        List<StepGroup> last = new ArrayList<>(way.abandon());
        for (Plan undo : undone(way.last(), turn, decisions)) {
            guards.addAll(undo.guards());
            last.addAll(undo.groups());
        }
        Plan values = plans.plan(loaded, turn.direction(), List.of(), before, decisions);
        guards.addAll(values.guards());
        last.addAll(values.groups());
        groups.addAll(last);
        Plan plan = new Plan(guards, groups);
        Outcome outcome = turn.half() == Direction.UP
                ? new Outcome.Deleted(past.left())
                : new Outcome.Marked(past.complete() ? State.RECEDED : State.APPLIED, State.APPLIED);
        return task(turn, plan, decisions, outcome).abandoning(last.size());
    }

    private List<Plan> undone(List<HalfApplied.Undo> undos, Turn turn, Decisions decisions) {
        List<Plan> undone = new ArrayList<>();
        for (HalfApplied.Undo undo : undos) {
            undone.add(
                    plans.plan(migrations.get(turn.entry()), turn.direction(), undo.changes(), undo::from, decisions));
            decisions.settle();
        }
        return undone;
    }

    private Decisions decide(Loaded loaded, Direction direction, Decisions.Stage stage) {
        return keeper.decide(new Decisions.Turn(loaded.version(), direction, stage, looking, returns(loaded), false));
    }

    private static boolean returns(Loaded loaded) {
        return loaded.recording().noWayBack().isEmpty();
    }

    /** The schema before the half of the migration that a turn is about. */
    private Supplier<Schema> before(Turn turn, Applied applied) {
        if (turn.stage() == Stage.BEGIN) {
            return applied::schema;
        }
        Supplier<Schema> without = () -> applied.schemaWithout(turn.entry());
        return turn.half() == Direction.UP
                ? without
                : () -> Replay.apply(migrations.get(turn.entry()), Direction.UP, without.get());
    }

    private Task task(Turn turn, Plan plan, Decisions decisions, Outcome outcome) {
        Loaded loaded = migrations.get(turn.entry());
        return new Task(
                loaded.entry(), loaded.description(), turn.direction(), plan, decisions, turn.attempt(), outcome);
    }
}
