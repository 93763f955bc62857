package dev.godwit.engine.chain;

import dev.godwit.change.Change;
import dev.godwit.change.PreconditionException;
import dev.godwit.engine.event.Direction;
import dev.godwit.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Changes of a migration that are not finished, and what stands on them within the migration: others that are begun
 * meanwhile must leave them alone.
 *
 * @param half which half of the migration they are of
 * @param indexes of the changes within the half, in order
 */
public record OpenPart(Loaded migration, Direction half, List<Integer> indexes) {

    /** Finds what stands on some changes. */
    public static OpenPart of(Loaded migration, Direction half, List<Integer> unfinished) {
        List<Change> changes = migration.changes(half);
        Set<Integer> open = new LinkedHashSet<>(unfinished);
        for (int known = -1; known != open.size(); ) {
            known = open.size();
            for (int i = 0; i < changes.size(); i++) {
                Change change = changes.get(i);
                if (open.stream().anyMatch(other -> meet(changes.get(other), change))) {
                    open.add(i);
                }
            }
        }
        return new OpenPart(migration, half, open.stream().sorted().toList());
    }

    private static boolean meet(Change one, Change other) {
        return !one.footprint().isDisjointFrom(other.footprint());
    }

    /** The changes, in order. */
    public List<Change> changes() {
        return indexes.stream().map(migration.changes(half)::get).toList();
    }

    /**
     * What keeps another migration from being begun before the changes are finished; empty where it provably gives the
     * same schema in either order, and neither reads nor writes what the other writes.
     *
     * @param applied with this migration as if it were finished
     */
    public Optional<String> collision(Loaded other, Direction otherHalf, Applied applied) {
        List<Change> changes = changes();
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        return Commutation.collision(other.changes(otherHalf), changes)
                .or(() -> schemaCollision(other.changes(otherHalf), changes, applied));
    }

    private Optional<String> schemaCollision(List<Change> theirs, List<Change> changes, Applied applied) {
        try {
            Schema done = applied.schema();
            Schema before = Replay.apply(undo(applied.schemaWithout(migration.entry())), done);
            Schema first = Replay.apply(theirs, done);
            Schema last = Replay.apply(changes, Replay.apply(theirs, before));
            return first.equals(last) ? Optional.empty() : Optional.of("the schemas differ");
        } catch (PreconditionException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** What takes the changes back alone. */
    private List<Change> undo(Schema before) {
        List<Change> all = migration.changes(half);
        Schema schema = half == Direction.UP ? before : Replay.apply(migration.changes(Direction.UP), before);
        List<Change> undo = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (indexes.contains(i)) {
                undo.addAll(0, all.get(i).inverse(schema));
            }
            schema = all.get(i).apply(schema);
        }
        return undo;
    }
}
