package dev.godwit.engine.execute;

import dev.godwit.engine.retain.Decisions;
import dev.godwit.engine.store.JournalRow;
import dev.godwit.engine.store.JournalRow.State;
import java.util.List;
import java.util.Optional;

/**
 * One time that a migration goes in a direction, as far as the journal tells.
 *
 * @param rows of the journal, in order; empty before the first group
 */
public record Attempt(List<JournalRow> rows) {

    public static final Attempt FRESH = new Attempt(List.of());

    public Attempt {
        rows = List.copyOf(rows);
    }

    /** The fingerprints of the steps that took effect. */
    public List<String> done() {
        return rows.stream()
                .filter(row -> row.state().tookEffect())
                .flatMap(row -> row.fingerprints().stream())
                .toList();
    }

    /** The fingerprints of the steps that took effect, or of whose rows at least some batches were committed. */
    public List<String> touched() {
        return rows.stream()
                .filter(row -> row.state().tookEffect() || row.cursor().isPresent())
                .flatMap(row -> row.fingerprints().stream())
                .toList();
    }

    /** The last group, when it is open whether it took effect or when it failed. */
    public Optional<JournalRow> open() {
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(rows.get(rows.size() - 1))
                        .filter(row -> !row.state().tookEffect());
    }

    /**
     * Whether the step that was begun behind those that took effect, if any was, is the next of these.
     *
     * @param planned fingerprints of steps, of which the first ones took effect
     */
    boolean goesOnWith(List<String> planned) {
        Optional<JournalRow> begun =
                open().filter(row -> row.state() == State.INTENT || row.cursor().isPresent());
        int next = done().size();
        return begun.isEmpty()
                || next < planned.size()
                        && begun.get().fingerprints().size() == 1
                        && StepFingerprint.isSameStep(begun.get().fingerprints().get(0), planned.get(next));
    }

    /** Whether its last group took effect. */
    public boolean isOver() {
        return rows.stream().anyMatch(row -> row.ends() && row.state() == State.DONE);
    }

    /** Whether anything took effect, or may have: of a group that failed, the batches that were committed before. */
    public boolean hasBegun() {
        return rows.stream()
                .anyMatch(row -> row.state() != State.FAILED || row.cursor().isPresent());
    }

    /** The same for those who decide what becomes of rows. */
    public Decisions.Stage stage() {
        return hasBegun() ? Decisions.Stage.BEGUN : Decisions.Stage.FRESH;
    }

    /** What the group was that holds a step, counted from 0 over the steps that took effect. */
    String what(int step) {
        int seen = 0;
        for (JournalRow row : rows) {
            if (row.state().tookEffect()) {
                seen += row.fingerprints().size();
                if (step < seen) {
                    return row.what();
                }
            }
        }
        return "";
    }
}
