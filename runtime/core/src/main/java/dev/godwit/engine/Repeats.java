package dev.godwit.engine;

import dev.godwit.change.Change;
import dev.godwit.engine.chain.Applied;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.execute.RepeatableRunner;
import dev.godwit.engine.execute.Session;
import dev.godwit.engine.execute.Task;
import dev.godwit.engine.problem.RepeatableProblems;
import dev.godwit.engine.repeat.RepeatableSource;
import dev.godwit.engine.repeat.Repeatables;
import dev.godwit.engine.report.RepeatableReport;
import dev.godwit.engine.store.RepeatableRow;
import dev.godwit.engine.store.RepeatableTable;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.RepeatableLine;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The repeatables' part in a run: away while what they read changes, and run once every migration is applied. */
final class Repeats {

    private final Ledger ledger;
    private final Repeatables repeatables;
    private final RepeatableRunner runner;
    private final List<String> ran = new ArrayList<>();

    private Repeats(Ledger ledger, Repeatables repeatables, RepeatableRunner runner) {
        this.ledger = ledger;
        this.repeatables = repeatables;
        this.runner = runner;
    }

    static Repeats of(Session session, MigrationSource source) throws SQLException {
        Repeatables repeatables = new Repeatables(
                source.ledger().repeatables(), new RepeatableTable(session.names()).read(session.connection()));
        RepeatableSource texts =
                new RepeatableSource(source.classes(), session.dialect().kind());
        return new Repeats(
                source.ledger(), repeatables, new RepeatableRunner(session, repeatables, texts, GodwitVersion.CURRENT));
    }

    /** Whether there is something to do although no migration is. */
    boolean isDue(Applied applied) {
        return isWhole(ledger, applied)
                && (!repeatables.due().isEmpty() || !repeatables.gone().isEmpty());
    }

    /** A text belongs to the schema at the head of the chain, and to no other. */
    static boolean isWhole(Ledger ledger, Applied applied) {
        return applied.entries().size() == ledger.entries().size();
    }

    void makeWay(Task task, List<Change> changes) throws SQLException {
        runner.away(task.version(), repeatables.inTheWay(changes));
    }

    void run(Applied applied) throws SQLException {
        if (isDue(applied)) {
            List<RepeatableRow> gone = repeatables.gone();
            List<RepeatableLine> due = repeatables.due();
            runner.run(gone, due);
            gone.forEach(row -> ran.add(row.name()));
            due.forEach(line -> ran.add(line.name()));
        }
    }

    RepeatableReport report() {
        List<String> away = repeatables.away();
        return new RepeatableReport(
                ran, away.isEmpty() ? Optional.empty() : Optional.of(RepeatableProblems.leftAway(away)));
    }
}
