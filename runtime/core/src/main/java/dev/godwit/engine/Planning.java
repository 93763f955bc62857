package dev.godwit.engine;

import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.Access.Opened;
import dev.godwit.engine.chain.Applied;
import dev.godwit.engine.chain.Loaded;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.chain.Standing;
import dev.godwit.engine.execute.Task;
import dev.godwit.engine.execute.WorkText;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.report.MigrationState;
import dev.godwit.engine.report.OpenPhase;
import dev.godwit.engine.report.PlanReport;
import dev.godwit.engine.report.PlannedMigration;
import dev.godwit.engine.report.PlannedStep;
import dev.godwit.engine.retain.Keeper;
import dev.godwit.engine.server.Errors;
import dev.godwit.engine.server.TableSize;
import dev.godwit.engine.server.TableSizes;
import dev.godwit.engine.store.HistoryRow.State;
import dev.godwit.hazard.Finding;
import dev.godwit.hazard.Hazards;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Plan;
import dev.godwit.plan.Step;
import dev.godwit.plan.StepGroup;
import dev.godwit.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Renders what a run would do, without lock and without changing anything. */
final class Planning {

    private final Opened opened;
    private final MigrationSource source;
    private final Options options;
    private final Look look;
    private final Agenda agenda;
    private final boolean first;
    private final Keeper keeper;
    private final RepeatPlan repeatables;

    Planning(Opened opened, MigrationSource source, Options options) {
        this.opened = opened;
        this.source = source;
        this.options = options;
        this.look = new Look(opened, source.ledger(), options);
        Standing standing = look.standing();
        this.agenda = new Agenda(standing, look.interruption(standing), options.phases(), look.attempts());
        this.first = look.isFirst(standing);
        this.repeatables =
                new RepeatPlan(source, look.repeatables(), opened.dialect().kind());
        this.keeper = new Keeper(
                opened.connection(), opened.server(), opened.dialect(), options.retaining(), look.retained(), "");
    }

    PlanReport forward(Optional<LedgerEntry> to) throws SQLException {
        List<String> later = look.requireFit(agenda.standing());
        return later.isEmpty()
                ? report(agenda.forward(to))
                : PlanReport.leftAlone(opened.dialect().description(), later);
    }

    PlanReport back(RollbackTarget target) throws SQLException {
        agenda.standing().requireFit(look.names().history());
        return report(agenda.back(target));
    }

    private PlanReport report(List<Turn> turns) throws SQLException {
        HalfPlans plans = HalfPlans.of(opened.dialect(), options.phases(), first);
        Tasks tasks = new Tasks(source, plans, keeper, turns.size() == 1, this::firstIn);
        Applied applied = new Applied(source.ledger(), agenda.standing().applied(), tasks.migrations());
        OpenPhases open = new OpenPhases(agenda.standing(), tasks, applied, agenda.attempts());
        tasks.check(turns, applied);
        refuseTakenNames(turns, tasks);
        HeldContracts contracts = new HeldContracts(options.phases(), tasks, applied);
        List<Turn> taken = new ArrayList<>();
        List<PlannedMigration> planned = new ArrayList<>();
        Optional<EngineException> stop = Optional.empty();
        for (Turn turn : turns) {
            stop = open.refusal(turn);
            if (stop.isPresent()) {
                break;
            }
            if (!isHeld(turn, contracts)) {
                taken.add(turn);
                planned.add(planned(turn, tasks, applied, open));
            }
        }
        return new PlanReport(
                opened.dialect().description(),
                planned,
                held(open, contracts),
                stop.map(EngineException::getMessage),
                stop.isPresent() ? List.of() : repeatables.planned(taken, tasks, applied),
                List.of());
    }

    private boolean isHeld(Turn turn, HeldContracts contracts) {
        if (!contracts.mayHold(turn)) {
            return false;
        }
        try (InSchema inSchema = InSchema.enter(opened, options)) {
            return contracts.holds(turn, inSchema.connection());
        } catch (SQLException e) {
            throw Errors.of(opened.server(), "the look for what the old version writes", e);
        }
    }

    private List<OpenPhase> held(OpenPhases open, HeldContracts contracts) {
        Reasons reasons = new Reasons(source.ledger());
        return open.all().stream()
                .flatMap(left -> contracts.why(left.version()).stream().map(why -> reasons.of(left, Optional.of(why))))
                .toList();
    }

    private int firstIn(List<StepGroup> groups) {
        try (InSchema inSchema = InSchema.enter(opened, options)) {
            return new RowsThere(inSchema.connection(), opened.server(), opened.dialect()).firstIn(groups);
        } catch (SQLException e) {
            throw Errors.of(opened.server(), "the look for rows", e);
        }
    }

    private void refuseTakenNames(List<Turn> turns, Tasks tasks) {
        try (InSchema inSchema = InSchema.enter(opened, options)) {
            NamesTaken.refuse(turns, tasks.migrations(), inSchema.connection(), opened.dialect());
        } catch (SQLException e) {
            throw Errors.of(opened.server(), "the reading of the names that are taken", e);
        }
    }

    private static String condition(Guard guard) {
        if (guard.code().isPresent()) {
            return "stops if the Java code over %s throws for a row"
                    .formatted(guard.code().get().table());
        }
        return guard.trial()
                .map(trial -> "stops if this, which is taken back, fails in a row: "
                        + trial.insert().update())
                .orElseGet(() -> "stops if this finds a row: " + guard.query());
    }

    private PlannedMigration planned(Turn turn, Tasks tasks, Applied applied, OpenPhases open) {
        Task task = tasks.task(turn, applied);
        Optional<State> state = task.outcome().state();
        List<PlannedStep> later = task.outcome().isOpen() ? later(turn, task, tasks, applied) : List.of();
        List<String> hazards = hazards(turn, tasks, applied);
        turn.enter(applied);
        open.enter(turn.entry(), state);
        List<String> conditions =
                task.plan().guards().stream().map(Planning::condition).toList();
        int done = task.plan().groups().size() - task.rest().size();
        return new PlannedMigration(
                task.version(),
                task.description(),
                task.direction(),
                state.map(StatusReading::state).orElse(MigrationState.UNAPPLIED),
                task.attempt().hasBegun(),
                hazards,
                conditions,
                steps(task.rest(), done),
                later);
    }

    /** What the running version meets, unless the migration says why that is none, or nobody runs yet. */
    private List<String> hazards(Turn turn, Tasks tasks, Applied applied) {
        if (first || turn.stage() != Stage.BEGIN) {
            return List.of();
        }
        Loaded migration = tasks.migrations().get(turn.entry());
        Set<DatabaseKind> here = Set.of(opened.dialect().kind());
        return Hazards.unspared(migration.changes(turn.half()), applied.schema(), here).stream()
                .filter(hazard -> !migration.recording().accepted().containsKey(hazard.code()))
                .map(Finding::toString)
                .toList();
    }

    /** The steps that the turn leaves for later. */
    private List<PlannedStep> later(Turn turn, Task task, Tasks tasks, Applied applied) {
        Plan plan = tasks.phased(turn, applied);
        int now = turn.stage() == Stage.BEGIN
                ? task.plan().groups().size()
                : plan.expand().size();
        return steps(plan.groups().subList(now, plan.groups().size()), now);
    }

    /** @param before groups that come before them */
    private List<PlannedStep> steps(List<StepGroup> groups, int before) {
        List<PlannedStep> steps = new ArrayList<>();
        int number = before;
        for (StepGroup group : groups) {
            number++;
            for (Step step : group.steps()) {
                steps.add(new PlannedStep(
                        step.description(),
                        WorkText.of(step.work()),
                        step.hazard(),
                        step.lock(),
                        step.copies().flatMap(this::size),
                        number,
                        group.transactional()));
            }
        }
        return steps;
    }

    /** A table that is not there yet has no size. */
    private Optional<TableSize> size(QualifiedName table) {
        try (InSchema inSchema = InSchema.enter(opened, options)) {
            return new TableSizes(inSchema.connection(), opened.server(), opened.dialect()).of(table);
        } catch (SQLException e) {
            throw Errors.of(opened.server(), "the reading of the size of " + table, e);
        }
    }
}
