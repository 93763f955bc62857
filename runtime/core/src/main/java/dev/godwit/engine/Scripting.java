package dev.godwit.engine;

import dev.godwit.engine.Access.Opened;
import dev.godwit.engine.chain.Applied;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.chain.Standing;
import dev.godwit.engine.problem.ChainProblems;
import dev.godwit.engine.report.ScriptReport;
import dev.godwit.engine.retain.Keeper;
import dev.godwit.engine.script.Script;
import dev.godwit.ledger.LedgerEntry;
import java.util.Optional;

/** Writes what a run would do as SQL, without lock and without changing anything. */
final class Scripting {

    private final Opened opened;
    private final MigrationSource source;
    private final Options options;

    Scripting(Opened opened, MigrationSource source, Options options) {
        this.opened = opened;
        this.source = source;
        this.options = options;
    }

    /** @throws dev.godwit.engine.problem.EngineException when an interrupted run must be finished first */
    ScriptReport forward(Optional<LedgerEntry> to) {
        Look look = new Look(opened, source.ledger(), options);
        Standing standing = look.standing();
        standing.requireFit(look.names().history());
        look.interruption(standing).ifPresent(begun -> {
            throw ChainProblems.scriptOfHalf(begun.version());
        });
        Keeper keeper = new Keeper(
                opened.connection(), opened.server(), opened.dialect(), options.retaining(), look.retained(), "");
        Tasks tasks = new Tasks(source, opened.dialect(), keeper, false);
        Applied applied = new Applied(source.ledger(), standing.applied(), tasks.migrations());
        Script script =
                new Script(look.names(), opened.catalogName(options.schema()), opened.dialect(), opened.server());
        for (Turn turn : Turn.forward(standing, Optional.empty(), to)) {
            if (!script.hasEnded()) {
                script.add(turn.task(tasks, applied));
                turn.enter(applied);
            }
        }
        return script.report();
    }
}
