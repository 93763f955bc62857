package dev.godwit.engine.script;

import dev.godwit.engine.store.HistoryRow;
import java.util.List;
import java.util.Optional;

/**
 * A group of steps as a script has it.
 *
 * @param number among the groups of the migration, from 1
 * @param statements one per step
 * @param fingerprints one per step
 * @param what the steps, for people
 * @param guards asked before the first group
 * @param follows the version that must be there before
 * @param history the row that the last group writes; empty for the others
 */
record ScriptGroup(
        String version,
        int number,
        boolean transactional,
        List<ScriptStatement> statements,
        List<String> fingerprints,
        String what,
        List<ScriptGuard> guards,
        Optional<String> follows,
        Optional<HistoryRow> history) {

    /**
     * A condition under which the migration must not start.
     *
     * @param query its first column is true then
     * @param refusal what to tell then
     */
    record ScriptGuard(String query, String refusal) {}

    ScriptGroup {
        statements = List.copyOf(statements);
        fingerprints = List.copyOf(fingerprints);
        guards = List.copyOf(guards);
    }

    boolean isFirst() {
        return number == 1;
    }
}
