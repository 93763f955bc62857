package dev.godwit.traffic.run;

import dev.godwit.engine.Phase;
import dev.godwit.engine.event.Direction;
import java.util.Locale;

/** A run of the migrating process. */
public enum Move {
    EXPAND(Direction.UP, Phase.EXPAND),
    /** The same release once more: nothing is left to do for it. */
    AGAIN(Direction.UP, Phase.AUTO),
    /** From between the phases. */
    RETREAT(Direction.DOWN, Phase.AUTO),
    CONTRACT(Direction.UP, Phase.CONTRACT),
    BACK_EXPAND(Direction.DOWN, Phase.EXPAND),
    BACK_CONTRACT(Direction.DOWN, Phase.CONTRACT);

    private final Direction direction;
    private final Phase phase;

    Move(Direction direction, Phase phase) {
        this.direction = direction;
        this.phase = phase;
    }

    Direction direction() {
        return direction;
    }

    Phase phase() {
        return phase;
    }

    /** For people. */
    String text() {
        return (direction == Direction.DOWN ? "rollback " : "migrate ")
                + phase.name().toLowerCase(Locale.ROOT);
    }
}
