package dev.godwit.engine;

import dev.godwit.engine.Access.Opened;
import dev.godwit.engine.chain.Applied;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.chain.Standing;
import dev.godwit.engine.execute.Task;
import dev.godwit.engine.execute.WorkText;
import dev.godwit.engine.report.PlanReport;
import dev.godwit.engine.report.PlannedMigration;
import dev.godwit.engine.report.PlannedStep;
import dev.godwit.engine.retain.Keeper;
import dev.godwit.engine.server.Errors;
import dev.godwit.engine.server.TableSize;
import dev.godwit.engine.server.TableSizes;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Step;
import dev.godwit.plan.StepGroup;
import dev.godwit.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Renders what a run would do, without lock and without changing anything. */
final class Planning {

    private final Opened opened;
    private final MigrationSource source;
    private final Options options;
    private final Standing standing;
    private final Optional<Interruption> interruption;
    private final Keeper keeper;

    Planning(Opened opened, MigrationSource source, Options options) {
        this.opened = opened;
        this.source = source;
        this.options = options;
        Look look = new Look(opened, source.ledger(), options);
        this.standing = look.standing();
        this.standing.requireFit(look.names().history());
        this.interruption = look.interruption(standing);
        this.keeper = new Keeper(
                opened.connection(), opened.server(), opened.dialect(), options.retaining(), look.retained(), "");
    }

    PlanReport forward(Optional<LedgerEntry> to) {
        return report(Turn.forward(standing, interruption, to));
    }

    PlanReport back(RollbackTarget target) {
        return report(Turn.back(standing, interruption, target));
    }

    private PlanReport report(List<Turn> turns) {
        Tasks tasks = new Tasks(source, opened.dialect(), keeper, turns.size() == 1);
        Applied applied = new Applied(source.ledger(), standing.applied(), tasks.migrations());
        turns.forEach(turn -> turn.check(tasks, applied));
        refuseTakenNames(turns, tasks);
        List<PlannedMigration> planned = new ArrayList<>();
        turns.forEach(turn -> planned.add(planned(turn, tasks, applied)));
        return new PlanReport(opened.dialect().description(), planned);
    }

    private void refuseTakenNames(List<Turn> turns, Tasks tasks) {
        try (InSchema inSchema = InSchema.enter(opened, options)) {
            NamesTaken.refuse(turns, tasks.migrations(), inSchema.connection(), opened.dialect());
        } catch (SQLException e) {
            throw Errors.of(opened.server(), "the reading of the names that are taken", e);
        }
    }

    private PlannedMigration planned(Turn turn, Tasks tasks, Applied applied) {
        Task task = turn.task(tasks, applied);
        turn.enter(applied);
        List<String> conditions =
                task.plan().guards().stream().map(Guard::query).toList();
        boolean resumed = task.attempt().hasBegun();
        return new PlannedMigration(
                task.version(), task.description(), task.direction(), resumed, conditions, steps(task));
    }

    private List<PlannedStep> steps(Task task) {
        List<PlannedStep> steps = new ArrayList<>();
        int number = task.plan().groups().size() - task.rest().size();
        for (StepGroup group : task.rest()) {
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
