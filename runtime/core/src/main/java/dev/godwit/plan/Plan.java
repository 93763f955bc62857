package dev.godwit.plan;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a database will execute for one direction of one migration.
 *
 * @param guards asked in order before the first group
 * @param expand what is executed while the version of the application runs that knows the schema from before, in order
 * @param contract what is executed once that version is gone, in order; empty where nothing has to wait for that
 * @param abandon instead of {@code contract}, what takes back those parts of {@code expand} that the changes' inverses do
 *     not, however many of them took effect, in order
 * @param gate what is asked before {@code contract}
 * @param shares what comes of each change, in order
 */
public record Plan(
        List<Guard> guards,
        List<StepGroup> expand,
        List<StepGroup> contract,
        List<StepGroup> abandon,
        Gate gate,
        List<Share> shares) {

    public Plan {
        guards = List.copyOf(guards);
        expand = List.copyOf(expand);
        contract = List.copyOf(contract);
        abandon = List.copyOf(abandon);
        shares = List.copyOf(shares);
    }

    /** A plan that is executed whole. */
    public Plan(List<Guard> guards, List<StepGroup> groups) {
        this(guards, groups, List.of(), List.of(), Gate.NONE, List.of());
    }

    /** What leads from the schema before to the schema after: {@code expand}, then {@code contract}. */
    public List<StepGroup> groups() {
        return Stream.concat(expand.stream(), contract.stream()).toList();
    }

    /** All steps of {@link #groups()} in order, whatever their group. */
    public List<Step> steps() {
        return groups().stream().flatMap(group -> group.steps().stream()).toList();
    }
}
