package dev.godwit.engine.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A run as SQL.
 *
 * @param database product and version that it is written for
 * @param statements each to be executed by itself, with comments among them
 * @param versions what the database has more once it was executed
 * @param end why it does not lead to the end, with its code
 */
public record ScriptReport(String database, List<String> statements, List<String> versions, Optional<String> end) {

    public ScriptReport {
        statements = List.copyOf(statements);
        versions = List.copyOf(versions);
    }

    /** As a file has it. */
    public String text() {
        return statements.stream()
                .map(statement -> isComment(statement) ? statement : statement + ";")
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    /** The statements without those that are comments alone. */
    public List<String> executable() {
        return statements.stream().filter(statement -> !isComment(statement)).toList();
    }

    private static boolean isComment(String statement) {
        return statement.lines().allMatch(line -> line.startsWith("--"));
    }
}
