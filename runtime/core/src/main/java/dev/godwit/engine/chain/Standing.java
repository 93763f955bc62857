package dev.godwit.engine.chain;

import dev.godwit.engine.event.Direction;
import dev.godwit.engine.problem.ChainProblems;
import dev.godwit.engine.problem.CopyProblems;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.store.HistoryRow;
import dev.godwit.engine.store.HistoryRow.State;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.LedgerEntry;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a database has of a ledger.
 *
 * @param rows the history by version
 */
public record Standing(Ledger ledger, Map<String, HistoryRow> rows) {

    public static Standing of(Ledger ledger, List<HistoryRow> history) {
        Map<String, HistoryRow> rows = new LinkedHashMap<>();
        history.forEach(row -> rows.put(row.version(), row));
        return new Standing(ledger, rows);
    }

    public Optional<HistoryRow> row(LedgerEntry entry) {
        return Optional.ofNullable(rows.get(entry.version().text()));
    }

    /** Whether the database has the migration, or all that it replaces. */
    public boolean has(LedgerEntry entry) {
        return hasRow(entry) || isReplaced(entry);
    }

    private boolean hasRow(LedgerEntry entry) {
        return rows.containsKey(entry.version().text());
    }

    /** Whether the database has what a squash replaces, and not the squash itself. */
    public boolean isReplaced(LedgerEntry entry) {
        return !hasRow(entry) && entry.isReplacedIn(rows.keySet());
    }

    /** The rows of what a squash replaces, in the order in which they were applied. */
    public List<HistoryRow> replacedRows(LedgerEntry entry) {
        Set<String> replaced = entry.replacedVersions();
        return rows.values().stream()
                .filter(row -> replaced.contains(row.version()))
                .sorted(Comparator.comparing(HistoryRow::appliedAt).thenComparing(HistoryRow::version))
                .toList();
    }

    /**
     * The migrations that the database has, in the chain's order. One whose rollback has come half way is none: the model
     * of the database is the one before it.
     */
    public List<LedgerEntry> applied() {
        return ledger.entries().stream()
                .filter(entry -> has(entry) && !isIn(entry, State.RECEDED))
                .toList();
    }

    /** The migrations of which the history says that they are this far, in the chain's order. */
    public List<LedgerEntry> in(State state) {
        return ledger.entries().stream().filter(entry -> isIn(entry, state)).toList();
    }

    private boolean isIn(LedgerEntry entry, State state) {
        return row(entry).filter(row -> row.state() == state).isPresent();
    }

    /** The migrations up to one (empty: to the head) that the database lacks, in the chain's order. */
    public List<LedgerEntry> unapplied(Optional<LedgerEntry> to) {
        return upTo(to).stream().filter(entry -> !has(entry)).toList();
    }

    /** As it is once a migration has been undone. */
    public Standing without(LedgerEntry entry) {
        Map<String, HistoryRow> rest = new LinkedHashMap<>(rows);
        rest.remove(entry.version().text());
        return new Standing(ledger, rest);
    }

    /** The versions that the ledger knows, those of what squashes replace among them. */
    Set<String> knownVersions() {
        return ledger.entries().stream()
                .flatMap(entry -> Stream.concat(Stream.of(entry.version().text()), entry.replacedVersions().stream()))
                .collect(Collectors.toSet());
    }

    /** The versions that the database has and the ledger does not know. */
    public List<String> unknown() {
        Set<String> known = knownVersions();
        return rows.keySet().stream()
                .filter(version -> !known.contains(version))
                .sorted()
                .toList();
    }

    /** Whether rows are still being copied into it from another database. */
    public boolean isBeingCopied() {
        return rows.values().stream().anyMatch(row -> row.state() == State.COPYING);
    }

    /** The migrations up to one (empty: to the head), in the chain's order. */
    public List<LedgerEntry> upTo(Optional<LedgerEntry> to) {
        return to.map(last -> ledger.entries().subList(0, ledger.entries().indexOf(last) + 1))
                .orElse(ledger.entries());
    }

    /**
     * The migrations of a later release that the database has beyond the whole ledger, where it is known that this release
     * lives with all of them; otherwise empty.
     *
     * @param underWay where that leads which was begun and has not ended; asked only where something was
     */
    public List<String> later(Supplier<Optional<Direction>> underWay) {
        List<String> unknown = unknown();
        if (unknown.isEmpty() || !new LaterRelease(this, underWay).spares()) {
            return List.of();
        }
        return unknown;
    }

    /** As if there were nothing that the ledger does not know. */
    public Standing known() {
        Map<String, HistoryRow> known = new LinkedHashMap<>(rows);
        known.keySet().removeAll(unknown());
        return new Standing(ledger, known);
    }

    /**
     * Refuses to work on a database whose history does not fit the ledger.
     *
     * @param table the history table, for the message
     * @throws EngineException when the history has migrations that the ledger does not know, others than it says, or
     *     some only of those that a squash replaces
     */
    public void requireFit(String table) {
        if (isBeingCopied()) {
            throw CopyProblems.underWay(table);
        }
        List<String> unknown = unknown();
        if (!unknown.isEmpty()) {
            throw unknown.size() == rows.size()
                    ? ChainProblems.anotherApplication(table, unknown)
                    : ChainProblems.unknownApplied(unknown.stream()
                            .map(version -> "%s (%s)"
                                    .formatted(
                                            version, rows.get(version).state().text()))
                            .toList());
        }
        ledger.entries().forEach(this::requireWhole);
        applied()
                .forEach(entry -> row(entry)
                        .filter(row -> !row.fingerprint().sameUp(entry.fingerprint()))
                        .ifPresent(row -> {
                            throw ChainProblems.appliedOtherwise(
                                    row.version(),
                                    entry.className(),
                                    row.appliedAt().toString());
                        }));
    }

    private void requireWhole(LedgerEntry squash) {
        List<String> has =
                replacedRows(squash).stream().map(HistoryRow::version).toList();
        if (!has.isEmpty() && !has(squash)) {
            throw ChainProblems.halfReplaced(
                    squash.version().text(),
                    has,
                    squash.replaces().stream()
                            .filter(part -> !part.isIn(rows.keySet()))
                            .map(part -> part.version().text())
                            .toList());
        }
    }
}
