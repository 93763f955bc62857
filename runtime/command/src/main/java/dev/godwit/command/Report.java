package dev.godwit.command;

import java.util.List;
import java.util.Map;

/**
 * What a goal found or did.
 *
 * @param lines for people
 * @param facts for machines: strings, numbers, booleans, and lists and maps of these
 * @param warnings what a person should know, for people
 * @param problems what makes the goal fail; empty when it succeeded
 */
public record Report(List<String> lines, Map<String, Object> facts, List<String> warnings, List<Problem> problems) {

    /** A report of nothing to say. */
    public static final Report NOTHING = new Report(List.of(), Map.of(), List.of(), List.of());

    public Report {
        lines = List.copyOf(lines);
        warnings = List.copyOf(warnings);
        problems = List.copyOf(problems);
    }

    /** A report of success. */
    public static Report of(List<String> lines, Map<String, Object> facts) {
        return new Report(lines, facts, List.of(), List.of());
    }

    /** A report of failure alone. */
    public static Report of(Problem problem) {
        return new Report(List.of(), Map.of(), List.of(), List.of(problem));
    }

    public Report withWarnings(List<String> more) {
        return new Report(lines, facts, more, problems);
    }

    /** What is left when machines have been told. */
    public Report withoutLines() {
        return new Report(List.of(), facts, List.of(), problems);
    }

    public boolean ok() {
        return problems.isEmpty();
    }
}
