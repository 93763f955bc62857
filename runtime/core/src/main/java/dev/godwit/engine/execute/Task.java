package dev.godwit.engine.execute;

import dev.godwit.engine.event.Direction;
import dev.godwit.engine.problem.ExecutionProblems;
import dev.godwit.engine.retain.Decisions;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.plan.Plan;
import dev.godwit.plan.StepGroup;
import java.util.ArrayList;
import java.util.List;

/**
 * One migration to carry out in one direction.
 *
 * @param decisions what becomes of the rows that it drops, as the plan has it
 * @param attempt what an interrupted run has done of it
 * @param abandoning how many groups at the end take back what may never have taken effect: their steps are executed where
 *     they have something to do
 * @param outcome what the history says with the last group
 */
public record Task(
        LedgerEntry entry,
        String description,
        Direction direction,
        Plan plan,
        Decisions decisions,
        Attempt attempt,
        int abandoning,
        Outcome outcome) {

    /** A task that takes back nothing that may not be there. */
    public Task(
            LedgerEntry entry,
            String description,
            Direction direction,
            Plan plan,
            Decisions decisions,
            Attempt attempt,
            Outcome outcome) {
        this(entry, description, direction, plan, decisions, attempt, 0, outcome);
    }

    /** The same with other steps executed. */
    public Task with(Attempt other) {
        return new Task(entry, description, direction, plan, decisions, other, abandoning, outcome);
    }

    /** The same, with so many groups at the end that take back what may never have taken effect. */
    public Task abandoning(int groups) {
        return new Task(entry, description, direction, plan, decisions, attempt, groups, outcome);
    }

    /** @param number of a group, from 1 */
    boolean abandonsBy(int number) {
        return number > plan.groups().size() - abandoning;
    }

    public String version() {
        return entry.version().text();
    }

    /**
     * The groups that are left to execute; one that was executed in part keeps its other steps.
     *
     * @throws dev.godwit.engine.problem.EngineException when the executed steps are not those of the plan any more
     */
    public List<StepGroup> rest() {
        List<StepGroup> rest = new ArrayList<>();
        int left = executed();
        for (StepGroup group : plan.groups()) {
            int size = group.steps().size();
            if (left < size) {
                rest.add(new StepGroup(group.steps().subList(left, size), group.transactional()));
            }
            left = Math.max(0, left - size);
        }
        return rest;
    }

    /** Whether the executed steps are the first ones of the plan, and the one behind them that was begun is the next. */
    public boolean isContinued() {
        return differing() < 0 && attempt.goesOnWith(StepFingerprint.of(plan.steps()));
    }

    private int executed() {
        int differing = differing();
        if (differing >= 0) {
            throw ExecutionProblems.executedPartEdited(version(), differing + 1, attempt.what(differing));
        }
        return attempt.done().size();
    }

    /** The first executed step that is not the plan's; less than 0: there is none. */
    private int differing() {
        List<String> done = attempt.done();
        if (done.isEmpty()) {
            return -1;
        }
        List<String> planned = StepFingerprint.of(plan.steps());
        for (int i = 0; i < done.size(); i++) {
            if (i >= planned.size() || !planned.get(i).equals(done.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
