package dev.godwit.engine.chain;

import dev.godwit.change.Change;
import dev.godwit.change.PreconditionException;
import dev.godwit.engine.event.Direction;
import dev.godwit.engine.problem.ChainProblems;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether a migration that arrives late gives the same as in its place: neither it nor one applied after it writes what
 * the other touches, and replayed in both orders they give one schema.
 */
public final class Commutation {

    private final Migrations migrations;

    public Commutation(Migrations migrations) {
        this.migrations = migrations;
    }

    /**
     * Lets a migration pass that commutes with all that was applied after it.
     *
     * @throws EngineException naming the changes that collide
     */
    public void require(LedgerEntry late, Applied applied) {
        List<LedgerEntry> after = applied.after(late);
        if (after.isEmpty()) {
            return;
        }
        Loaded migration = migrations.get(late);
        for (LedgerEntry entry : after) {
            List<Change> theirs = migrations.get(entry).changes(Direction.UP);
            collision(migration.changes(Direction.UP), theirs).ifPresent(text -> {
                throw ChainProblems.late(migration.version(), entry.version().text(), text);
            });
        }
        requireSameSchema(migration, after, applied.schemaAfter(applied.before(late)));
    }

    /** The first two changes of which one writes what the other touches, in words. */
    static Optional<String> collision(List<Change> some, List<Change> others) {
        for (Change mine : some) {
            for (Change theirs : others) {
                if (!mine.footprint().isDisjointFrom(theirs.footprint())) {
                    return Optional.of("[%s] and [%s] touch the same".formatted(text(mine), text(theirs)));
                }
            }
        }
        return Optional.empty();
    }

    private static String text(Change change) {
        String kind = change.getClass().getSimpleName();
        return change.footprint().everything()
                ? kind + ", which declares nothing about itself"
                : kind + " "
                        + change.footprint().writes().stream()
                                .map(Ref::toString)
                                .sorted()
                                .collect(Collectors.joining(", "));
    }

    private void requireSameSchema(Loaded late, List<LedgerEntry> after, Schema before) {
        String last = after.get(after.size() - 1).version().text();
        try {
            Schema inPlace = all(after, Replay.apply(late.changes(Direction.UP), before));
            Schema behind = Replay.apply(late.changes(Direction.UP), all(after, before));
            if (!inPlace.equals(behind)) {
                throw ChainProblems.late(late.version(), last, "the schemas differ");
            }
        } catch (PreconditionException e) {
            throw ChainProblems.late(late.version(), last, e.getMessage());
        }
    }

    private Schema all(List<LedgerEntry> entries, Schema before) {
        Schema schema = before;
        for (LedgerEntry entry : entries) {
            schema = Replay.apply(migrations.get(entry).changes(Direction.UP), schema);
        }
        return schema;
    }
}
