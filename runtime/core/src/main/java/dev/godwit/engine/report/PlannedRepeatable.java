package dev.godwit.engine.report;

import java.util.List;

/**
 * A repeatable that a run would take away, run, or both.
 *
 * @param drops statements that take it away first
 * @param statements that it runs behind the migrations; none where its file is gone or none is for this database
 */
public record PlannedRepeatable(String name, List<String> drops, List<String> statements) {

    public PlannedRepeatable {
        drops = List.copyOf(drops);
        statements = List.copyOf(statements);
    }
}
