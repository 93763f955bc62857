package dev.godwit.engine;

import dev.godwit.engine.chain.Applied;
import dev.godwit.engine.event.Direction;
import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The contracts that are due, that nobody has asked for, and that wait since the old version still writes. */
final class HeldContracts {

    private final Phases phases;
    private final Tasks tasks;
    private final Applied applied;
    private final Map<String, String> reasons = new HashMap<>();

    HeldContracts(Phases phases, Tasks tasks, Applied applied) {
        this.phases = phases;
        this.tasks = tasks;
        this.applied = applied;
    }

    /** Whether a turn could have to wait, so that the database is to be asked. */
    boolean mayHold(Turn turn) {
        return turn.stage() == Stage.CONTRACT
                && phases.phase() == Phase.AUTO
                && turn.half() == Direction.UP
                && !turn.attempt().hasBegun();
    }

    /** Whether a turn has to wait; why is known from then on. */
    boolean holds(Turn turn, Connection connection) {
        if (!mayHold(turn)) {
            return false;
        }
        String version = turn.entry().version().text();
        Optional<String> written = new OldSide(connection, phases.quiet())
                .written(version, tasks.phased(turn, applied).gate().watches());
        written.ifPresent(why -> reasons.put(version, why));
        return written.isPresent();
    }

    /** Why a migration waits, in words; empty: it does not. */
    Optional<String> why(String version) {
        return Optional.ofNullable(reasons.get(version));
    }
}
