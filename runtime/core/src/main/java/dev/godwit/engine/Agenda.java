package dev.godwit.engine;

import dev.godwit.engine.chain.Contracting;
import dev.godwit.engine.chain.Standing;
import dev.godwit.engine.event.Direction;
import dev.godwit.engine.execute.Attempt;
import dev.godwit.engine.problem.ChainProblems;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.problem.PhaseProblems;
import dev.godwit.engine.store.HistoryRow;
import dev.godwit.engine.store.HistoryRow.State;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.LedgerEntry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a run is to do, one turn after another.
 *
 * @param interruption what an earlier run left, which comes before everything else
 */
record Agenda(Standing standing, Optional<Interruption> interruption, Phases phases, Attempts attempts) {

    /**
     * What a database lacks, in the chain's order. What an interrupted run left comes first: a migration that it had
     * begun is finished, and so is a rollback, after which the migration is applied again. Then what is open: rollbacks
     * that came half way are taken back, work on rows is finished, and what is due is contracted.
     *
     * @throws EngineException when what was begun lies beyond the target, or is not in the ledger; when a contract is
     *     asked for that has to wait
     */
    List<Turn> forward(Optional<LedgerEntry> to) throws SQLException {
        List<LedgerEntry> wanted = standing.upTo(to);
        List<LedgerEntry> lacking = new ArrayList<>(standing.unapplied(to));
        List<Turn> turns = new ArrayList<>();
        Optional<LedgerEntry> begun = interruption.map(what -> entry(what.version()));
        if (begun.isPresent()) {
            Turn first = onward(begun.get(), interruption.get());
            if (first.begins(Direction.UP) && !lacking.remove(first.entry())) {
                throw ChainProblems.halfAppliedElsewhere(first.entry().version().text(), target(to));
            }
            turns.add(first);
        }
        requireContractible(turns);
        List<LedgerEntry> rest = wanted.stream()
                .filter(entry -> !begun.equals(Optional.of(entry)))
                .toList();
        open(rest, turns);
        if (phases.phase() != Phase.CONTRACT) {
            boolean again = turns.stream().anyMatch(turn -> turn.direction() == Direction.DOWN);
            wanted.stream()
                    .filter(entry -> lacking.contains(entry) || again && begun.equals(Optional.of(entry)))
                    .forEach(entry -> turns.add(Turn.begin(entry, Direction.UP, Attempt.FRESH)));
        }
        return turns;
    }

    private void open(List<LedgerEntry> entries, List<Turn> turns) throws SQLException {
        if (phases.phase() != Phase.CONTRACT) {
            in(State.RECEDED, entries)
                    .forEach(entry -> turns.add(Turn.abandon(entry, Direction.DOWN, Attempt.FRESH, Past.COMPLETE)));
            if (!phases.background()) {
                turns.addAll(fills(entries));
            }
        }
        Contracting contracting = phases.phase().contracting();
        in(State.EXPANDED, entries)
                .filter(entry ->
                        contracting.isDue(standing.row(entry).orElseThrow().head(), standing.ledger()))
                .forEach(entry -> turns.add(Turn.contract(entry, Direction.UP, Attempt.FRESH)));
    }

    /** Work on rows that was left for later, in the chain's order. */
    List<Turn> fills() throws SQLException {
        if (interruption.isPresent()) {
            throw PhaseProblems.interruptedFirst(interruption.get().version());
        }
        return fills(standing.ledger().entries());
    }

    private List<Turn> fills(List<LedgerEntry> entries) throws SQLException {
        List<Turn> turns = new ArrayList<>();
        for (LedgerEntry entry : in(State.FILLING, entries).toList()) {
            turns.add(Turn.fill(entry, attempts.filling(entry.version().text())));
        }
        return turns;
    }

    private Stream<LedgerEntry> in(State state, List<LedgerEntry> entries) {
        return standing.in(state).stream().filter(entries::contains);
    }

    /** Goes on with what an interrupted run left, towards the newest version. */
    private Turn onward(LedgerEntry entry, Interruption begun) throws SQLException {
        if (begun.state().isEmpty()) {
            return switch (begun.direction()) {
                case UP -> Turn.begin(entry, Direction.UP, begun.attempt());
                case DOWN -> Turn.abandon(entry, Direction.UP, begun.attempt(), halfApplied(begun));
            };
        }
        return switch (begun.state().get()) {
            case APPLIED -> Turn.abandon(entry, Direction.DOWN, upwards(begun), halfRolledBack(begun));
            case RECEDED ->
                switch (begun.direction()) {
                    case UP -> Turn.abandon(entry, Direction.DOWN, begun.attempt(), Past.COMPLETE);
                    case DOWN -> Turn.contract(entry, Direction.DOWN, begun.attempt());
                };
            case EXPANDED, FILLING, REVERTING, COPYING -> resumed(entry, begun);
        };
    }

    /** Goes on with what an interrupted run left, in its own direction. */
    private Turn resumed(LedgerEntry entry, Interruption begun) throws SQLException {
        if (begun.state().isEmpty()) {
            return Turn.abandon(entry, Direction.UP, downwards(begun), halfApplied(begun));
        }
        return switch (begun.state().get()) {
            case APPLIED ->
                switch (begun.direction()) {
                    case UP -> Turn.abandon(entry, Direction.DOWN, begun.attempt(), halfRolledBack(begun));
                    case DOWN -> Turn.begin(entry, Direction.DOWN, begun.attempt());
                };
            case EXPANDED ->
                switch (begun.direction()) {
                    case UP -> Turn.contract(entry, Direction.UP, begun.attempt());
                    case DOWN -> Turn.abandon(entry, Direction.UP, begun.attempt(), Past.COMPLETE);
                };
            case FILLING -> Turn.abandon(entry, Direction.UP, begun.attempt(), attempts.filling(begun.version()));
            case RECEDED ->
                switch (begun.direction()) {
                    case UP -> Turn.abandon(entry, Direction.DOWN, begun.attempt(), Past.COMPLETE);
                    case DOWN -> Turn.contract(entry, Direction.DOWN, begun.attempt());
                };
            case REVERTING, COPYING -> Turn.begin(entry, Direction.DOWN, begun.attempt());
        };
    }

    private Past halfApplied(Interruption begun) throws SQLException {
        return Past.of(
                begun.direction() == Direction.UP ? begun.attempt() : attempts.last(begun.version(), Direction.UP));
    }

    private Past halfRolledBack(Interruption begun) throws SQLException {
        return Past.of(
                begun.direction() == Direction.DOWN ? begun.attempt() : attempts.last(begun.version(), Direction.DOWN));
    }

    private static Attempt upwards(Interruption begun) {
        return begun.direction() == Direction.UP ? begun.attempt() : Attempt.FRESH;
    }

    private static Attempt downwards(Interruption begun) {
        return begun.direction() == Direction.DOWN ? begun.attempt() : Attempt.FRESH;
    }

    /** What has not come as far as that cannot be contracted. */
    private void requireContractible(List<Turn> turns) {
        if (phases.phase() == Phase.CONTRACT) {
            turns.stream()
                    .filter(turn -> turn.stage() == Stage.BEGIN)
                    .findFirst()
                    .ifPresent(turn -> {
                        throw PhaseProblems.contractOfHalf(
                                turn.entry().version().text());
                    });
            standing.in(State.FILLING).stream().findFirst().ifPresent(entry -> {
                throw PhaseProblems.contractBeforeFill(entry.version().text());
            });
        }
    }

    /**
     * What a rollback undoes, the last in the chain first; what an interrupted run left comes before all.
     *
     * @throws EngineException when the target is not applied, when what was begun would be left behind, or when it
     *     would take back a squash of which the database has what it replaces
     */
    List<Turn> back(RollbackTarget target) throws SQLException {
        Ledger ledger = standing.ledger();
        Optional<LedgerEntry> begun = interruption.map(what -> entry(what.version()));
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
            turns.add(resumed(begun.get(), interruption.get()));
            if (turns.get(0).direction() == Direction.UP) {
                turns.add(Turn.begin(begun.get(), Direction.DOWN, Attempt.FRESH));
            }
        }
        for (LedgerEntry entry : undo) {
            if (!begun.equals(Optional.of(entry))) {
                undone(entry).ifPresent(turns::add);
            }
        }
        return turns;
    }

    private Optional<Turn> undone(LedgerEntry entry) throws SQLException {
        Phase phase = phases.phase();
        State state = standing.row(entry).map(HistoryRow::state).orElse(State.APPLIED);
        if (state == State.RECEDED) {
            return phase == Phase.EXPAND
                    ? Optional.empty()
                    : Optional.of(Turn.contract(entry, Direction.DOWN, Attempt.FRESH));
        }
        if (phase == Phase.CONTRACT) {
            return Optional.empty();
        }
        return Optional.of(
                switch (state) {
                    case EXPANDED -> Turn.abandon(entry, Direction.UP, Attempt.FRESH, Past.COMPLETE);
                    case FILLING ->
                        Turn.abandon(
                                entry,
                                Direction.UP,
                                Attempt.FRESH,
                                attempts.filling(entry.version().text()));
                    default -> Turn.begin(entry, Direction.DOWN, Attempt.FRESH);
                });
    }

    private LedgerEntry entry(String version) {
        return standing.ledger().entries().stream()
                .filter(entry -> entry.version().text().equals(version))
                .findFirst()
                .orElseThrow(() -> ChainProblems.halfAppliedUnknown(version));
    }

    private static String target(Optional<LedgerEntry> to) {
        return to.map(entry -> entry.version().text()).orElse("the newest");
    }
}
