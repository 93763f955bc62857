package dev.godwit.dialect.standard;

import dev.godwit.change.Change;
import dev.godwit.plan.Course;
import dev.godwit.plan.Gate;
import dev.godwit.plan.Plan;
import dev.godwit.plan.Share;
import dev.godwit.plan.Step;
import dev.godwit.plan.StepGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Asks for the steps of each change and puts them into groups. */
final class Planner {

    private Planner() {}

    static Plan plan(Course course, Function<Progress, ChangeSteps> stepsOf) {
        Progress progress = new Progress(course);
        ChangeSteps steps = stepsOf.apply(progress);
        List<Draft> ordered = new ArrayList<>();
        List<Draft> putOff = new ArrayList<>();
        List<Draft> contract = new ArrayList<>();
        List<Draft> abandon = new ArrayList<>();
        List<Share> shares = new ArrayList<>();
        Gate gate = Gate.NONE;
        for (Change change : course.changes()) {
            progress.begin(change);
            Drafts drafts = change.accept(steps);
            if (drafts.waits()) {
                ordered.addAll(putOff);
                putOff.clear();
            }
            ordered.addAll(drafts.now());
            putOff.addAll(drafts.later());
            contract.addAll(drafts.contract());
            abandon.addAll(0, drafts.abandon());
            gate = gate.plus(drafts.gate());
            shares.add(share(change, drafts));
            progress.advance(change);
        }
        ordered.addAll(putOff);
        ordered.addAll(steps.ending());
        ordered.addAll(0, steps.beginning());
        return new Plan(progress.guards(), groups(ordered), groups(contract), groups(abandon), gate, shares);
    }

    private static Share share(Change change, Drafts drafts) {
        List<Step> steps = Stream.concat(drafts.now().stream(), drafts.later().stream())
                .map(Draft::step)
                .toList();
        return new Share(change, steps, drafts.isPhased());
    }

    private static List<StepGroup> groups(List<Draft> ordered) {
        List<StepGroup> groups = new ArrayList<>();
        List<Step> together = new ArrayList<>();
        for (Draft draft : ordered) {
            if (draft.placement() == Draft.Placement.TOGETHER) {
                together.add(draft.step());
                continue;
            }
            close(together, groups);
            groups.add(new StepGroup(List.of(draft.step()), draft.placement() == Draft.Placement.OWN_TRANSACTION));
        }
        close(together, groups);
        return groups;
    }

    private static void close(List<Step> together, List<StepGroup> groups) {
        if (!together.isEmpty()) {
            groups.add(new StepGroup(together, true));
            together.clear();
        }
    }
}
