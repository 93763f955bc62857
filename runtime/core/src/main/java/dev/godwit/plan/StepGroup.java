package dev.godwit.plan;

import java.util.List;

/**
 * Steps that commit at once, together with their journal rows.
 *
 * @param transactional whether the steps run in one transaction; otherwise there is one step, which commits by itself
 */
public record StepGroup(List<Step> steps, boolean transactional) {

    public StepGroup {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || !transactional && steps.size() > 1) {
            throw new IllegalArgumentException("A group without a transaction holds one step, not " + steps.size());
        }
    }
}
