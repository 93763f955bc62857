package dev.godwit.engine;

import dev.godwit.engine.Access.Opened;
import dev.godwit.engine.chain.Applied;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.chain.Standing;
import dev.godwit.engine.event.Event;
import dev.godwit.engine.execute.Task;
import dev.godwit.engine.problem.ChainProblems;
import dev.godwit.engine.problem.RepeatableProblems;
import dev.godwit.engine.repeat.Repeatables;
import dev.godwit.engine.report.ScriptReport;
import dev.godwit.engine.retain.Keeper;
import dev.godwit.engine.script.Script;
import dev.godwit.engine.store.Tables;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.ledger.RepeatableLine;
import java.sql.SQLException;
import java.util.List;
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

    /** Says of repeatables that they are missing, unless the script ends before them. */
    private ScriptReport withoutRepeatables(ScriptReport report, Applied applied, Look look) {
        List<String> due = new Repeatables(source.ledger().repeatables(), look.repeatables())
                .due().stream().map(RepeatableLine::name).toList();
        return due.isEmpty() || report.end().isPresent() || !Repeats.isWhole(source.ledger(), applied)
                ? report
                : new ScriptReport(
                        report.database(),
                        report.statements(),
                        report.versions(),
                        Optional.of(RepeatableProblems.notInScript(due)));
    }

    /** @throws dev.godwit.engine.problem.EngineException when an interrupted run must be finished first */
    ScriptReport forward(Optional<LedgerEntry> to) throws SQLException {
        Look look = new Look(opened, source.ledger(), options);
        Standing standing = look.standing();
        List<String> later = look.requireFit(standing);
        if (!later.isEmpty()) {
            String note = "-- " + new Event.LaterRelease(later).text();
            return new ScriptReport(opened.dialect().description(), List.of(note), List.of(), Optional.empty());
        }
        look.interruption(standing).ifPresent(begun -> {
            throw ChainProblems.scriptOfHalf(begun.version());
        });
        Keeper keeper = new Keeper(
                opened.connection(), opened.server(), opened.dialect(), options.retaining(), look.retained(), "");
        HalfPlans plans = HalfPlans.of(opened.dialect(), options.phases(), look.isFirst(standing));
        Tasks tasks = new Tasks(source, plans, keeper, false, LaterRows.NONE);
        Applied applied = new Applied(source.ledger(), standing.applied(), tasks.migrations());
        List<String> tables =
                new Tables(look.names(), opened.dialect(), opened.server()).definitions(opened.connection());
        Script script = new Script(look.names(), tables, opened.catalogName(options.schema()), opened.dialect());
        OpenPhases open = new OpenPhases(standing, tasks, applied, look.attempts());
        Agenda agenda = new Agenda(standing, Optional.empty(), options.phases(), look.attempts());
        List<Turn> turns = agenda.forward(to);
        tasks.check(turns, applied);
        for (Turn turn : turns) {
            if (!script.hasEnded()) {
                open.require(turn);
                Task task = tasks.task(turn, applied);
                script.add(task);
                turn.enter(applied);
                open.enter(turn.entry(), task.outcome().state());
            }
        }
        return withoutRepeatables(script.report(), applied, look);
    }
}
