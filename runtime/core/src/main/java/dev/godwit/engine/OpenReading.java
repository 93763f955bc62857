package dev.godwit.engine;

import dev.godwit.engine.Access.Opened;
import dev.godwit.engine.OpenPhases.Open;
import dev.godwit.engine.chain.Applied;
import dev.godwit.engine.chain.Descriptions;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.chain.OpenPart;
import dev.godwit.engine.chain.Standing;
import dev.godwit.engine.event.Direction;
import dev.godwit.engine.execute.Attempt;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.report.MigrationState;
import dev.godwit.engine.report.OpenPhase;
import dev.godwit.engine.retain.Keeper;
import dev.godwit.engine.store.HistoryRow;
import dev.godwit.engine.store.HistoryRow.State;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.plan.Gate;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says of what is open on a database why it is held back, and what cannot be begun before it is not. */
final class OpenReading {

    private final Opened opened;
    private final MigrationSource source;
    private final Options options;
    private final Standing standing;
    private final Tasks tasks;
    private final Applied applied;
    private final OpenPhases open;

    OpenReading(Opened opened, MigrationSource source, Options options, Look look, Standing standing) {
        this.opened = opened;
        this.source = source;
        this.options = options;
        this.standing = standing;
        Keeper keeper = new Keeper(
                opened.connection(), opened.server(), opened.dialect(), options.retaining(), look.retained(), "");
        HalfPlans plans = HalfPlans.of(opened.dialect(), options.phases(), false);
        this.tasks = new Tasks(source, plans, keeper, false, LaterRows.NONE);
        this.applied = new Applied(source.ledger(), standing.applied(), tasks.migrations());
        this.open = new OpenPhases(standing, tasks, applied, look.attempts());
    }

    /** Loads migrations only where something is open. */
    List<OpenPhase> read() throws SQLException {
        List<OpenPhase> phases = new ArrayList<>();
        Reasons reasons = new Reasons(source.ledger());
        for (Open left : open.all()) {
            phases.add(isBetween(left) ? between(left, reasons) : reasons.of(left, Optional.empty()));
        }
        if (!phases.isEmpty()) {
            stopped().ifPresent(phases::add);
        }
        return phases;
    }

    /** Whether both sides are there, and with them what knows when the old one was written. */
    private boolean isBetween(Open left) {
        return (left.state() == State.EXPANDED || left.state() == State.RECEDED)
                && standing.row(left.entry()).filter(HistoryRow::underWay).isEmpty();
    }

    private OpenPhase between(Open left, Reasons reasons) throws SQLException {
        Turn contract = Turn.contract(left.entry(), left.half(), Attempt.FRESH);
        try (InSchema inSchema = InSchema.enter(opened, options)) {
            Gate gate = tasks.phased(contract, applied).gate();
            Optional<String> written = left.half() == Direction.UP
                    ? new OldSide(inSchema.connection(), options.phases().quiet())
                            .written(left.version(), gate.watches())
                    : Optional.empty();
            OpenPhase phase = reasons.of(left, written);
            return new Lagging(inSchema.connection(), opened.dialect())
                    .of(gate.lags(), left.half())
                    .map(phase::and)
                    .orElse(phase);
        } catch (EngineException e) {
            return reasons.of(left, Optional.of(String.valueOf(e.getMessage())));
        }
    }

    /** The first migration before which a run would stop. */
    private Optional<OpenPhase> stopped() throws SQLException {
        for (LedgerEntry entry : standing.unapplied(Optional.empty())) {
            Turn turn = Turn.begin(entry, Direction.UP, Attempt.FRESH);
            Optional<EngineException> refusal = open.refusal(turn);
            if (refusal.isPresent()) {
                return Optional.of(new OpenPhase(
                        entry.version().text(),
                        Descriptions.of(entry.className()),
                        MigrationState.UNAPPLIED,
                        refusal.get().getMessage(),
                        "the end of what it would disturb"));
            }
            applied.add(entry);
        }
        return Optional.empty();
    }

    /** What is not finished of the migrations that are open. */
    List<OpenPart> parts() throws SQLException {
        List<OpenPart> parts = new ArrayList<>();
        for (Open left : open.all()) {
            parts.add(open.part(left));
        }
        return parts;
    }
}
