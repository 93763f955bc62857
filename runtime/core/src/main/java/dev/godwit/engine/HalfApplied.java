package dev.godwit.engine;

import dev.godwit.change.Change;
import dev.godwit.change.Checkpoint;
import dev.godwit.change.RunSql;
import dev.godwit.change.Transform;
import dev.godwit.dialect.Dialect;
import dev.godwit.engine.chain.Loaded;
import dev.godwit.engine.event.Direction;
import dev.godwit.engine.execute.StepFingerprint;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.problem.ExecutionProblems;
import dev.godwit.engine.retain.Decisions;
import dev.godwit.plan.Course;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A migration of which only some steps took effect: the way back from there is the inverse of the changes that did,
 * since its {@code down} leads back from the whole.
 *
 * @param dialect by which the steps were planned
 * @param decisions as they were made then
 * @param before the schema before the migration
 */
record HalfApplied(Loaded migration, Dialect dialect, Decisions decisions, Schema before) {

    /**
     * The changes that took effect and their way back.
     *
     * @param undo in the order in which they are carried out
     * @param schema from which they lead back
     */
    record WayBack(List<Change> undo, Schema schema) {}

    /**
     * Finds the way back.
     *
     * @param executed fingerprints of the steps that took effect
     * @throws EngineException when rows were changed that the schema's way back does not restore
     */
    WayBack wayBack(List<String> executed) {
        List<Change> undo = new ArrayList<>();
        Schema schema = before;
        for (Change change : effective(executed)) {
            Optional<String> loss = lostData(change);
            if (loss.isPresent()) {
                throw ExecutionProblems.halfAppliedData(migration.version(), loss.get());
            }
            undo.addAll(0, change.inverse(schema));
            schema = change.apply(schema);
        }
        return new WayBack(undo, schema);
    }

    /** The changes of which at least one step took effect. */
    private List<Change> effective(List<String> executed) {
        List<Change> changes = migration.changes(Direction.UP);
        List<Change> effective = new ArrayList<>();
        List<String> left = new ArrayList<>(executed);
        List<String> planned = planned(List.of());
        for (int i = 0; i < changes.size(); i++) {
            List<String> withThis = planned(changes.subList(0, i + 1));
            List<String> own = new ArrayList<>(withThis);
            planned.forEach(own::remove);
            boolean took = own.stream().filter(left::remove).count() > 0;
            if (took) {
                effective.add(changes.get(i));
            }
            planned = withThis;
        }
        return effective;
    }

    private List<String> planned(List<Change> changes) {
        return StepFingerprint.of(
                dialect.plan(Course.whole(changes, () -> before, decisions)).steps());
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
        List<QualifiedName> tables = migration.changes(Direction.UP).stream()
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
