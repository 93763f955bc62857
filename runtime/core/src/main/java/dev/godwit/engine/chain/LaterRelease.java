package dev.godwit.engine.chain;

import dev.godwit.engine.event.Direction;
import dev.godwit.engine.store.HistoryRow;
import dev.godwit.engine.store.HistoryRow.State;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What of a later release a database has, seen by a release that does not know it: it starts there as long as it is known
 * that it can live with that, and does nothing.
 */
final class LaterRelease {

    private static final Set<State> HAD = Set.of(State.APPLIED, State.FILLING, State.EXPANDED);

    private final Standing standing;
    private final List<HistoryRow> unknown;
    private final Supplier<Optional<Direction>> underWay;

    /** @param underWay where that leads which was begun and has not ended; asked only where something was */
    LaterRelease(Standing standing, Supplier<Optional<Direction>> underWay) {
        this.standing = standing;
        this.unknown = standing.unknown().stream().map(standing.rows()::get).toList();
        this.underWay = underWay;
    }

    /** Whether there is something of it, and all of that comes behind this release and spares it. */
    boolean spares() {
        return !unknown.isEmpty()
                && hasWholeLedger()
                && unknown.stream().allMatch(row -> isBehind(row) && isSpared(row));
    }

    /** An empty ledger is no release that anything could come behind. */
    private boolean hasWholeLedger() {
        return standing.ledger().head().isPresent()
                && standing.unapplied(Optional.empty()).isEmpty()
                && standing.ledger().entries().stream()
                        .flatMap(entry -> standing.row(entry).stream())
                        .allMatch(row -> HAD.contains(row.state()) && !row.underWay());
    }

    /** Whether it follows the ledger's head, be it behind others that the ledger does not know. */
    private boolean isBehind(HistoryRow row) {
        Optional<String> before = row.follows();
        for (int i = 0; i < unknown.size() && before.filter(this::isUnknown).isPresent(); i++) {
            before = standing.rows().get(before.get()).follows();
        }
        return before.filter(this::isHeadOrNowhere).isPresent();
    }

    private boolean isUnknown(String version) {
        return unknown.stream().anyMatch(row -> row.version().equals(version));
    }

    /** What the later release has squashed, neither ledger nor history knows. */
    private boolean isHeadOrNowhere(String version) {
        boolean head = standing.ledger().head().orElseThrow().version().text().equals(version);
        return head || !standing.knownVersions().contains(version) && !isUnknown(version);
    }

    /** What a release before lives with: what is open for its sake, and what is known to be no harm to it. */
    private boolean isSpared(HistoryRow row) {
        return switch (row.state()) {
            case EXPANDED, FILLING, RECEDED -> !row.underWay() || leadsBack();
            case APPLIED, REVERTING -> row.spares();
            case COPYING -> false;
        };
    }

    /** What leads back from between the phases leads to what this release knows. */
    private boolean leadsBack() {
        return underWay.get().filter(Direction.DOWN::equals).isPresent();
    }
}
