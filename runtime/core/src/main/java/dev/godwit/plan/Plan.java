package dev.godwit.plan;

import java.util.List;

/**
 * What a database will execute for one direction of one migration.
 *
 * @param guards asked in order before the first group
 * @param groups executed in order
 */
public record Plan(List<Guard> guards, List<StepGroup> groups) {

    public Plan {
        guards = List.copyOf(guards);
        groups = List.copyOf(groups);
    }

    /** All steps in order, whatever their group. */
    public List<Step> steps() {
        return groups.stream().flatMap(group -> group.steps().stream()).toList();
    }
}
