package dev.godwit.engine;

import dev.godwit.engine.chain.Applied;
import dev.godwit.engine.event.Direction;
import dev.godwit.engine.execute.Attempt;
import dev.godwit.ledger.LedgerEntry;
import java.util.Optional;

/**
 * One migration's turn in a run.
 *
 * @param half which half of the migration it is about
 * @param stage what it does about it
 * @param attempt what an interrupted run has done of this very turn
 * @param past what earlier turns have done of the half, where this one goes on with it or takes it back
 */
record Turn(LedgerEntry entry, Direction half, Stage stage, Attempt attempt, Optional<Past> past) {

    static Turn begin(LedgerEntry entry, Direction half, Attempt attempt) {
        return new Turn(entry, half, Stage.BEGIN, attempt, Optional.empty());
    }

    static Turn fill(LedgerEntry entry, Past past) {
        return new Turn(entry, Direction.UP, Stage.FILL, past.last(), Optional.of(past));
    }

    static Turn contract(LedgerEntry entry, Direction half, Attempt attempt) {
        return new Turn(entry, half, Stage.CONTRACT, attempt, Optional.empty());
    }

    static Turn abandon(LedgerEntry entry, Direction half, Attempt attempt, Past past) {
        return new Turn(entry, half, Stage.ABANDON, attempt, Optional.of(past));
    }

    /** Where it leads. */
    Direction direction() {
        return stage == Stage.ABANDON ? half.opposite() : half;
    }

    /** Whether it begins the half that this is about. */
    boolean begins(Direction other) {
        return stage == Stage.BEGIN && half == other;
    }

    Turn withPast(Past other) {
        return new Turn(entry, half, stage, attempt, Optional.of(other));
    }

    /** Enters what the database has after it. */
    void enter(Applied applied) {
        switch (stage) {
            case BEGIN, ABANDON -> {
                switch (direction()) {
                    case UP -> applied.add(entry);
                    case DOWN -> applied.remove(entry);
                }
            }
            case FILL, CONTRACT -> {}
        }
    }
}
