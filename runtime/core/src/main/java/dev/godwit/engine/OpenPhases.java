package dev.godwit.engine;

import dev.godwit.engine.chain.Applied;
import dev.godwit.engine.chain.Descriptions;
import dev.godwit.engine.chain.Loaded;
import dev.godwit.engine.chain.OpenPart;
import dev.godwit.engine.chain.Standing;
import dev.godwit.engine.event.Direction;
import dev.godwit.engine.execute.Attempt;
import dev.godwit.engine.execute.StepFingerprint;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.problem.PhaseProblems;
import dev.godwit.engine.store.HistoryRow.State;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.plan.Plan;
import dev.godwit.plan.Share;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The migrations of which a part is still to come, while a run changes them. */
final class OpenPhases {

    /**
     * A migration of which a part is still to come.
     *
     * @param half the half that was begun
     * @param head the newest version in the ledger of the release that left it open
     */
    record Open(LedgerEntry entry, Direction half, State state, String head) {

        String version() {
            return entry.version().text();
        }

        String description() {
            return Descriptions.of(entry.className());
        }
    }

    private final Ledger ledger;
    private final Tasks tasks;
    private final Applied applied;
    private final Attempts attempts;
    private final Map<String, Open> open = new LinkedHashMap<>();

    OpenPhases(Standing standing, Tasks tasks, Applied applied, Attempts attempts) {
        this.ledger = standing.ledger();
        this.tasks = tasks;
        this.applied = applied;
        this.attempts = attempts;
        for (LedgerEntry entry : ledger.entries()) {
            standing.row(entry).ifPresent(row -> enter(entry, Optional.of(row.state()), row.head()));
        }
    }

    private void enter(LedgerEntry entry, Optional<State> state, String head) {
        String version = entry.version().text();
        open.remove(version);
        state.flatMap(OpenPhases::half).ifPresent(half -> open.put(version, new Open(entry, half, state.get(), head)));
    }

    private static Optional<Direction> half(State state) {
        return switch (state) {
            case FILLING, EXPANDED -> Optional.of(Direction.UP);
            case RECEDED -> Optional.of(Direction.DOWN);
            case APPLIED, COPYING, REVERTING -> Optional.empty();
        };
    }

    /** Enters how far a migration is after its turn. */
    void enter(LedgerEntry entry, Optional<State> state) {
        enter(entry, state, ledger.head().map(head -> head.version().text()).orElse(""));
    }

    /** In the order in which they were left open. */
    List<Open> all() {
        return List.copyOf(open.values());
    }

    /**
     * Lets a turn pass that provably leaves alone what is still to come of others.
     *
     * @throws EngineException naming what it would disturb
     */
    void require(Turn turn) throws SQLException {
        Optional<EngineException> refusal = refusal(turn);
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }

    /** What keeps a turn from being taken. */
    Optional<EngineException> refusal(Turn turn) throws SQLException {
        if (turn.stage() != Stage.BEGIN) {
            return Optional.empty();
        }
        Loaded migration = tasks.migrations().get(turn.entry());
        for (Open other : open.values()) {
            if (!other.entry().equals(turn.entry())) {
                Optional<String> collision = part(other).collision(migration, turn.half(), applied);
                if (collision.isPresent()) {
                    return Optional.of(refusal(migration.version(), other, collision.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static EngineException refusal(String version, Open other, String collision) {
        return switch (other.state()) {
            case FILLING -> PhaseProblems.collidesWithFill(version, other.version(), collision);
            case RECEDED -> PhaseProblems.collidesWithRollback(version, other.version(), collision);
            default -> PhaseProblems.collides(version, other.version(), collision);
        };
    }

    /** What of a migration is still to come, with what stands on it. */
    OpenPart part(Open other) throws SQLException {
        Turn turn = Turn.contract(other.entry(), other.half(), Attempt.FRESH);
        Plan plan = tasks.phased(turn, applied);
        List<String> done = other.state() == State.FILLING
                ? new ArrayList<>(attempts.filling(other.version()).ended().done())
                : List.of();
        List<Integer> unfinished = new ArrayList<>();
        for (int i = 0; i < plan.shares().size(); i++) {
            Share share = plan.shares().get(i);
            boolean waits = other.state() == State.FILLING
                    && !StepFingerprint.of(share.steps()).stream().allMatch(done::remove);
            if (share.phased() || waits) {
                unfinished.add(i);
            }
        }
        return OpenPart.of(tasks.migrations().get(other.entry()), other.half(), unfinished);
    }
}
