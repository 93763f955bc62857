package dev.godwit.engine;

import dev.godwit.engine.OpenPhases.Open;
import dev.godwit.engine.chain.Contracting;
import dev.godwit.engine.report.MigrationState;
import dev.godwit.engine.report.OpenPhase;
import dev.godwit.ledger.Ledger;
import java.util.Optional;

/** Says why a part of a migration is held back, and what releases it. */
record Reasons(Ledger ledger) {

    /** @param written what the old version has written too recently, in words */
    OpenPhase of(Open open, Optional<String> written) {
        return switch (open.state()) {
            case FILLING ->
                say(
                        open,
                        MigrationState.FILLING,
                        "work on its rows was left for later",
                        "godwit:backfill, or a godwit:migrate that leaves nothing");
            case RECEDED ->
                say(
                        open,
                        MigrationState.RECEDED,
                        "the new version may still run",
                        "godwit:rollback -Dgodwit.phase=contract once it is gone, or godwit:migrate, which takes the "
                                + "rollback back");
            default -> expanded(open, written);
        };
    }

    private OpenPhase expanded(Open open, Optional<String> written) {
        if (!Contracting.BY_LATER_RELEASE.isDue(open.head(), ledger)) {
            return say(
                    open,
                    MigrationState.EXPANDED,
                    "the version before it may still run",
                    "godwit:migrate of a later release, or godwit:migrate -Dgodwit.phase=contract once it is gone");
        }
        return say(
                open,
                MigrationState.EXPANDED,
                written.orElse("a later release has come, so it is due"),
                written.isPresent()
                        ? "godwit:migrate once that has stopped, or at once godwit:migrate -Dgodwit.phase=contract"
                        : "godwit:migrate");
    }

    private static OpenPhase say(Open open, MigrationState state, String why, String release) {
        return new OpenPhase(open.version(), open.description(), state, why, release);
    }
}
