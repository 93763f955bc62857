package dev.godwit.engine;

import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.chain.Applied;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.event.Direction;
import dev.godwit.engine.repeat.RepeatableSource;
import dev.godwit.engine.repeat.Repeatables;
import dev.godwit.engine.report.PlannedRepeatable;
import dev.godwit.engine.store.RepeatableRow;
import dev.godwit.ledger.RepeatableLine;
import dev.godwit.repeatable.RepeatableText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run would do about repeatables. */
final class RepeatPlan {

    private final MigrationSource source;
    private final List<RepeatableRow> rows;
    private final DatabaseKind kind;

    RepeatPlan(MigrationSource source, List<RepeatableRow> rows, DatabaseKind kind) {
        this.source = source;
        this.rows = List.copyOf(rows);
        this.kind = kind;
    }

    /** @param applied what the database has behind the turns */
    List<PlannedRepeatable> planned(List<Turn> turns, Tasks tasks, Applied applied) {
        Repeatables repeatables = new Repeatables(source.ledger().repeatables(), rows);
        Map<String, List<String>> drops = new LinkedHashMap<>();
        Map<String, List<String>> runs = new LinkedHashMap<>();
        for (Turn turn : turns) {
            repeatables
                    .inTheWay(tasks.migrations().get(turn.entry()).changes(turn.half()))
                    .forEach(row -> away(row, repeatables, drops));
        }
        boolean forward = turns.isEmpty() || turns.get(turns.size() - 1).direction() == Direction.UP;
        if (forward && Repeats.isWhole(source.ledger(), applied)) {
            RepeatableSource texts = new RepeatableSource(source.classes(), kind);
            repeatables.gone().forEach(row -> away(row, repeatables, drops));
            List<RepeatableLine> due = repeatables.due();
            repeatables.replaced(due).forEach(row -> away(row, repeatables, drops));
            due.forEach(line -> runs.put(
                    line.name(),
                    texts.text(line).map(RepeatableText::statements).orElse(List.of())));
        }
        List<PlannedRepeatable> planned = new ArrayList<>();
        drops.forEach((name, statements) ->
                planned.add(new PlannedRepeatable(name, statements, runs.getOrDefault(name, List.of()))));
        runs.forEach((name, statements) -> {
            if (!drops.containsKey(name)) {
                planned.add(new PlannedRepeatable(name, List.of(), statements));
            }
        });
        return planned;
    }

    private static void away(RepeatableRow row, Repeatables repeatables, Map<String, List<String>> drops) {
        drops.put(row.name(), row.drops());
        repeatables.enter(new RepeatableRow(
                row.name(), "", row.needs(), row.reads(), row.drops(), row.at(), row.took(), row.run(), row.godwit()));
    }
}
