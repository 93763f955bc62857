package dev.godwit.engine.chain;

import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.LedgerEntry;
import java.util.List;

/** When a migration that is expanded is contracted. */
public enum Contracting {
    /** Not by this run. */
    NEVER,
    /** When the release that migrates is later than the one that expanded it, so that the old version is gone. */
    BY_LATER_RELEASE,
    /** Now. */
    NOW;

    /**
     * Whether it is to be contracted by a release.
     *
     * @param head the newest version in the ledger of the release that expanded it
     * @param ledger of the release that migrates
     */
    public boolean isDue(String head, Ledger ledger) {
        return switch (this) {
            case NEVER -> false;
            case BY_LATER_RELEASE -> isLater(head, ledger.entries());
            case NOW -> true;
        };
    }

    /** A ledger that does not know the other's head is not later: it has not come out of it. */
    private static boolean isLater(String head, List<LedgerEntry> entries) {
        for (int i = 0; i < entries.size() - 1; i++) {
            LedgerEntry entry = entries.get(i);
            if (entry.version().text().equals(head)
                    || !entry.replaces().isEmpty() && entry.replacedVersions().contains(head)) {
                return true;
            }
        }
        return false;
    }
}
