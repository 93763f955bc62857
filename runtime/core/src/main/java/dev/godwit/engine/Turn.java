package dev.godwit.engine;

import dev.godwit.engine.chain.Applied;
import dev.godwit.engine.chain.Standing;
import dev.godwit.engine.event.Direction;
import dev.godwit.engine.execute.Attempt;
import dev.godwit.engine.execute.Task;
import dev.godwit.engine.execute.TaskRunner;
import dev.godwit.engine.problem.ChainProblems;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.store.HistoryRow;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.LedgerEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One migration's turn in a run.
 *
 * @param attempt what an interrupted run has done of it
 * @param halfApplied where a migration is taken back that is applied in part: what took effect of it
 */
record Turn(LedgerEntry entry, Direction direction, Attempt attempt, Optional<Attempt> halfApplied) {

    private static Turn fresh(LedgerEntry entry, Direction direction) {
        return new Turn(entry, direction, Attempt.FRESH, Optional.empty());
    }

    /**
     * Refuses, before any turn of the run is taken, what can be refused then.
     *
     * @throws EngineException when the migration cannot be used, comes too late, or has no way back
     */
    void check(Tasks tasks, Applied applied) {
        tasks.check(entry, direction, applied);
        if (direction == Direction.DOWN && halfApplied.isEmpty() && !attempt.hasBegun()) {
            tasks.requireWayBack(entry);
        }
    }

    /** What it executes, given what the database has when it comes. */
    Task task(Tasks tasks, Applied applied) {
        return switch (direction) {
            case UP -> tasks.up(entry, applied, attempt);
            case DOWN ->
                halfApplied
                        .map(half -> tasks.back(entry, applied, attempt, half))
                        .orElseGet(() -> tasks.down(entry, applied, attempt));
        };
    }

    /** Settles first what an interrupted run left open of a migration that is taken back. */
    Turn settled(Tasks tasks, Applied applied, TaskRunner runner) {
        return new Turn(
                entry, direction, attempt, halfApplied.map(half -> runner.settle(tasks.up(entry, applied, half))));
    }

    /** Enters what the database has after it. */
    void enter(Applied applied) {
        switch (direction) {
            case UP -> applied.add(entry);
            case DOWN -> applied.remove(entry);
        }
    }

    /**
     * What a database lacks, in the chain's order. What an interrupted run left comes first: a migration that it had
     * begun is finished, and so is a rollback, after which the migration is applied again.
     *
     * @throws EngineException when what was begun lies beyond the target, or is not in the ledger
     */
    static List<Turn> forward(Standing standing, Optional<Interruption> interruption, Optional<LedgerEntry> to) {
        List<LedgerEntry> lacking = standing.unapplied(to);
        if (interruption.isEmpty()) {
            return up(lacking);
        }
        Interruption begun = interruption.get();
        LedgerEntry entry = entry(begun, standing.ledger());
        List<Turn> turns = new ArrayList<>();
        turns.add(new Turn(entry, begun.direction(), begun.attempt(), begun.halfApplied()));
        switch (begun.direction()) {
            case UP -> {
                if (!lacking.contains(entry)) {
                    throw ChainProblems.halfAppliedElsewhere(begun.version(), target(to));
                }
                turns.addAll(up(
                        lacking.stream().filter(other -> !other.equals(entry)).toList()));
            }
            case DOWN -> turns.addAll(up(standing.without(entry).unapplied(to)));
        }
        return turns;
    }

    /**
     * What a rollback undoes, the last in the chain first; what an interrupted run left comes before all.
     *
     * @throws EngineException when the target is not applied, when what was begun would be left behind, or when it
     *     would take back a squash of which the database has what it replaces
     */
    static List<Turn> back(Standing standing, Optional<Interruption> interruption, RollbackTarget target) {
        Ledger ledger = standing.ledger();
        Optional<LedgerEntry> begun = interruption.map(what -> entry(what, ledger));
        List<LedgerEntry> present = ledger.entries().stream()
                .filter(entry ->
                        standing.has(entry) || begun.filter(entry::equals).isPresent())
                .toList();
        List<LedgerEntry> undo = new Targets(ledger).toUndo(target, present);
        undo.stream().filter(standing::isReplaced).findFirst().ifPresent(squash -> {
            throw ChainProblems.pastSquash(
                    squash.version().text(),
                    standing.replacedRows(squash).stream()
                            .map(HistoryRow::version)
                            .toList());
        });
        List<Turn> turns = new ArrayList<>();
        if (begun.isPresent()) {
            if (!undo.contains(begun.get())) {
                throw ChainProblems.halfAppliedBehind(begun.get().version().text());
            }
            turns.add(takenBack(begun.get(), interruption.get()));
        }
        undo.stream()
                .filter(entry -> !begun.filter(entry::equals).isPresent())
                .forEach(entry -> turns.add(fresh(entry, Direction.DOWN)));
        return turns;
    }

    private static Turn takenBack(LedgerEntry entry, Interruption begun) {
        return switch (begun.direction()) {
            case UP -> new Turn(entry, Direction.DOWN, Attempt.FRESH, Optional.of(begun.attempt()));
            case DOWN -> new Turn(entry, Direction.DOWN, begun.attempt(), begun.halfApplied());
        };
    }

    private static List<Turn> up(List<LedgerEntry> entries) {
        return entries.stream().map(entry -> fresh(entry, Direction.UP)).toList();
    }

    private static LedgerEntry entry(Interruption begun, Ledger ledger) {
        return ledger.entries().stream()
                .filter(entry -> entry.version().text().equals(begun.version()))
                .findFirst()
                .orElseThrow(() -> ChainProblems.halfAppliedUnknown(begun.version()));
    }

    private static String target(Optional<LedgerEntry> to) {
        return to.map(entry -> entry.version().text()).orElse("the newest");
    }
}
