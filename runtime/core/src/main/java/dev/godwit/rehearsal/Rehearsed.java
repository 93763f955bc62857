package dev.godwit.rehearsal;

import dev.godwit.ledger.LedgerEntry;
import java.util.List;

/**
 * What became of one migration.
 *
 * @param rows that stood in the tables while it was carried out
 * @param problems with their codes; empty when each stop had the schema and the rows that it should
 */
public record Rehearsed(LedgerEntry entry, String description, int rows, List<String> problems) {

    public Rehearsed {
        problems = List.copyOf(problems);
    }

    public boolean ok() {
        return problems.isEmpty();
    }
}
