package dev.godwit.engine.execute;

import dev.godwit.engine.event.Direction;
import dev.godwit.engine.problem.ExecutionProblems;
import dev.godwit.engine.retain.Decisions;
import dev.godwit.engine.store.HistoryRow;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.plan.Plan;
import dev.godwit.plan.StepGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One migration to carry out in one direction.
 *
 * @param decisions what becomes of the rows that it drops, as the plan has it
 * @param attempt what an interrupted run has done of it
 * @param row what the history gets with the last group, but for time and run; empty: the row goes away
 */
public record Task(
        LedgerEntry entry,
        String description,
        Direction direction,
        Plan plan,
        Decisions decisions,
        Attempt attempt,
        Optional<HistoryRow> row) {

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

    private int executed() {
        List<String> done = attempt.done();
        if (!done.isEmpty()) {
            List<String> planned = StepFingerprint.of(plan.steps());
            for (int i = 0; i < done.size(); i++) {
                if (i >= planned.size() || !planned.get(i).equals(done.get(i))) {
                    throw ExecutionProblems.executedPartEdited(version(), i + 1, attempt.what(i));
                }
            }
        }
        return done.size();
    }
}
