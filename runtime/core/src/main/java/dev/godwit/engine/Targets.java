package dev.godwit.engine;

import dev.godwit.engine.problem.ChainProblems;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.LedgerEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Finds what a user names. */
record Targets(Ledger ledger) {

    /** @throws dev.godwit.engine.problem.EngineException when the ledger has no such version */
    Optional<LedgerEntry> find(Optional<String> version) {
        return version.isEmpty() ? Optional.empty() : Optional.of(find(version.get()));
    }

    private LedgerEntry find(String version) {
        return ledger.entries().stream()
                .filter(entry -> entry.version().text().equals(version))
                .findFirst()
                .orElseThrow(() -> ChainProblems.unknownTarget(
                        version,
                        ledger.head().map(entry -> entry.version().text()).orElse("nothing")));
    }

    /**
     * What a rollback undoes, in its order.
     *
     * @param present in the chain's order, with what is half applied
     * @throws dev.godwit.engine.problem.EngineException when the target is not among them, or there are too few
     */
    List<LedgerEntry> toUndo(RollbackTarget target, List<LedgerEntry> present) {
        int keep = present.size() - target.steps();
        if (target.version().isPresent()) {
            LedgerEntry stays = find(target.version()).orElseThrow();
            keep = present.indexOf(stays) + 1;
            if (keep == 0) {
                throw ChainProblems.targetNotApplied(target.version().get());
            }
        } else if (keep < 0) {
            throw ChainProblems.notEnough(target.steps(), present.size());
        }
        List<LedgerEntry> undo = new ArrayList<>(present.subList(keep, present.size()));
        Collections.reverse(undo);
        return undo;
    }
}
