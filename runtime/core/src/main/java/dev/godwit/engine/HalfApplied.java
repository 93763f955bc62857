package dev.godwit.engine;

import dev.godwit.change.Change;
import dev.godwit.change.Checkpoint;
import dev.godwit.change.PreconditionException;
import dev.godwit.change.RunSql;
import dev.godwit.change.Transform;
import dev.godwit.engine.chain.Loaded;
import dev.godwit.engine.event.Direction;
import dev.godwit.engine.execute.StepFingerprint;
import dev.godwit.engine.problem.ExecutionProblems;
import dev.godwit.engine.retain.Decisions;
import dev.godwit.plan.Course.Mode;
import dev.godwit.plan.Plan;
import dev.godwit.plan.Share;
import dev.godwit.plan.StepGroup;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A half of a migration of which only some steps took effect: the way back from there is the inverse of the changes that
 * did, since the other half leads back from the whole. What was taken apart into phases has a way back of its own.
 *
 * @param half the half that was begun
 * @param decisions as they were made when its steps were planned
 * @param before the schema before it
 */
record HalfApplied(Loaded migration, Direction half, HalfPlans plans, Decisions decisions, Schema before) {

    /**
     * What leads back over changes that follow one another and were not taken apart.
     *
     * @param changes in the order in which they are carried out
     * @param from the schema from which they lead back
     */
    record Undo(List<Change> changes, Schema from) {}

    /**
     * The way back from what took effect, in the order in which it is carried out.
     *
     * @param undos of changes behind the first one that was taken apart
     * @param abandon takes back what was taken apart
     * @param last of the changes before that, when no trigger holds on to their columns any more
     */
    record WayBack(List<Undo> undos, List<StepGroup> abandon, List<Undo> last) {}

    /**
     * Finds the way back.
     *
     * @throws dev.godwit.engine.problem.EngineException when rows were changed that the schema's way back does not restore
     */
    WayBack wayBack(Past past) {
        Plan plan = plan(past);
        List<Undo> undos = new ArrayList<>();
        List<Change> undo = new ArrayList<>();
        List<Undo> last = new ArrayList<>();
        boolean apart = false;
        Schema schema = before;
        Inverses inverses = new Inverses(migration.changes(half.opposite()));
        for (Share share : effective(plan, past)) {
            Change change = share.change();
            if (share.phased()) {
                close(undo, schema, apart ? undos : last);
                apart = true;
                schema = virtually(change, schema);
            } else {
                lostData(change).ifPresent(loss -> {
                    throw ExecutionProblems.halfAppliedData(migration.version(), loss);
                });
                undo.addAll(0, inverses.of(change, schema));
                schema = change.apply(schema);
            }
        }
        close(undo, schema, undos);
        return new WayBack(undos, plan.abandon(), last);
    }

    private static void close(List<Change> undo, Schema from, List<Undo> undos) {
        if (!undo.isEmpty()) {
            undos.add(0, new Undo(List.copyOf(undo), from));
            undo.clear();
        }
    }

    /** What was taken apart counts as done where changes behind it build on that; where they do not, it need not fit. */
    private static Schema virtually(Change change, Schema schema) {
        try {
            return change.apply(schema);
        } catch (PreconditionException e) {
            return schema;
        }
    }

    /** The plan by which the half was begun: in phases, if that can be. */
    private Plan plan(Past past) {
        if (past.complete()) {
            return plan(Mode.PHASED);
        }
        return plans.possible(migration, half, Mode.PHASED, () -> before, decisions)
                .filter(plan -> isBegunBy(plan, past))
                .orElseGet(() -> plan(Mode.WHOLE));
    }

    private Plan plan(Mode mode) {
        return plans.plan(migration, half, mode, () -> before, decisions);
    }

    /** What comes at contract may be just what is done when everything is done at once. */
    private static boolean isBegunBy(Plan plan, Past past) {
        List<String> planned = StepFingerprint.of(
                plan.expand().stream().flatMap(group -> group.steps().stream()).toList());
        List<String> done = past.touched();
        return done.size() <= planned.size() && planned.subList(0, done.size()).equals(done);
    }

    /** What comes of the changes of which at least one step took effect, and of those that were taken apart. */
    private static List<Share> effective(Plan plan, Past past) {
        if (past.complete()) {
            return plan.shares();
        }
        List<Share> effective = new ArrayList<>();
        List<String> left = new ArrayList<>(past.touched());
        for (Share share : plan.shares()) {
            List<String> own = StepFingerprint.of(share.steps());
            boolean took = own.stream().filter(left::remove).count() > 0;
            if (took || share.phased()) {
                effective.add(share);
            }
        }
        return effective;
    }

    /** What a change did to rows that outlive its way back. */
    private Optional<String> lostData(Change change) {
        if (isBackedUp(change)) {
            return Optional.empty();
        }
        if (change instanceof RunSql) {
            return Optional.of("raw SQL");
        }
        return change instanceof Transform transform && writesWhatStays(transform)
                ? Optional.of("transformation of " + transform.table())
                : Optional.empty();
    }

    /** What raw SQL writes, only who wrote it knows: the tables that are backed up are taken to be all. */
    private boolean isBackedUp(Change change) {
        List<QualifiedName> tables = migration.changes(half).stream()
                .filter(other -> other instanceof Checkpoint checkpoint && checkpoint.act() == Checkpoint.Act.BACKUP)
                .flatMap(other -> ((Checkpoint) other).tables().stream())
                .toList();
        return change instanceof Transform transform ? tables.contains(transform.table()) : !tables.isEmpty();
    }

    private boolean writesWhatStays(Transform transform) {
        return transform.footprint().writes().stream().anyMatch(place -> stays(place) && !decisions.keepsValues(place));
    }

    private boolean stays(Ref place) {
        return before.table(place.object())
                .filter(table -> place.column()
                        .map(column -> table.column(column).isPresent())
                        .orElse(true))
                .isPresent();
    }
}
