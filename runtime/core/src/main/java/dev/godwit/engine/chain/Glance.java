package dev.godwit.engine.chain;

import dev.godwit.engine.store.History.Mark;
import dev.godwit.engine.store.RepeatableRow;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.ledger.RepeatableLine;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The ledger beside the marks of the history: tells whether there is anything to do, and nothing else. Every start of an
 * application asks this, so it takes plain loops and as few classes as it can; what is wrong where the answer is no, a
 * {@link Standing} says.
 *
 * @param marks the history by version
 */
public record Glance(Ledger ledger, Map<String, Mark> marks) {

    /**
     * Whether everything up to a migration (empty: to the head) is there as the ledger says, nothing else is, and nothing
     * that is open is to be finished.
     *
     * @param fillsWait whether work on rows that was left for later stays so
     */
    public boolean isUpToDate(Optional<LedgerEntry> to, Contracting contracting, boolean fillsWait) {
        boolean wanted = true;
        int known = 0;
        for (LedgerEntry entry : ledger.entries()) {
            Mark mark = marks.get(entry.version().text());
            int replaced = mark == null ? replaced(entry) : 0;
            if (mark == null ? wanted && replaced == 0 : !mark.isDone(entry.fingerprint())) {
                return false;
            }
            if (mark != null && wanted && mark.isOpen() && isToBeFinished(mark, contracting, fillsWait)) {
                return false;
            }
            known += mark == null ? replaced : 1;
            wanted &= to.isEmpty() || !to.get().equals(entry);
        }
        return ledger.repeatables().isEmpty() ? known == marks.size() : known == migrations() && areRun(to);
    }

    private int migrations() {
        int migrations = 0;
        for (Mark mark : marks.values()) {
            migrations += mark.isRepeatable() ? 0 : 1;
        }
        return migrations;
    }

    /** Whether every repeatable is there; one that this release does not know belongs to a later one. */
    private boolean areRun(Optional<LedgerEntry> to) {
        if (to.isPresent() && !to.equals(ledger.head())) {
            return true;
        }
        for (RepeatableLine line : ledger.repeatables()) {
            Mark mark = marks.get(line.name());
            if (mark == null ? line.hash().isPresent() : !RepeatableRow.isDone(mark.fingerprint(), line)) {
                return false;
            }
        }
        return true;
    }

    private boolean isToBeFinished(Mark mark, Contracting contracting, boolean fillsWait) {
        return mark.isFilling() ? !fillsWait : contracting.isDue(mark.head(), ledger);
    }

    /** The migrations of which a part is still to come, in the chain's order. */
    public List<LedgerEntry> open() {
        boolean none = true;
        for (Mark mark : marks.values()) {
            none &= mark.isRepeatable() || !mark.isOpen();
        }
        return none
                ? List.of()
                : ledger.entries().stream()
                        .filter(entry -> {
                            Mark mark = marks.get(entry.version().text());
                            return mark != null && mark.isOpen();
                        })
                        .toList();
    }

    /** How many marks stand for a squash, where the database has all that it replaces. */
    private int replaced(LedgerEntry entry) {
        if (entry.replaces().isEmpty() || !entry.isReplacedIn(marks.keySet())) {
            return 0;
        }
        Set<String> present = new HashSet<>(entry.replacedVersions());
        present.retainAll(marks.keySet());
        return present.size();
    }

    /** The last migration in the chain that the database has. */
    public Optional<String> head() {
        List<LedgerEntry> entries = ledger.entries();
        for (int i = entries.size() - 1; i >= 0; i--) {
            String version = entries.get(i).version().text();
            if (marks.containsKey(version) || replaced(entries.get(i)) > 0) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }
}
