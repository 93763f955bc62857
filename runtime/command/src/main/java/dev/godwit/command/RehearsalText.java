package dev.godwit.command;

import dev.godwit.rehearsal.RehearsalReport;
import dev.godwit.rehearsal.Rehearsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells of a rehearsal: every migration forth, back and forth again on a scratch schema with rows. */
public final class RehearsalText {

    private RehearsalText() {}

    /** What to tell of it. */
    public static Report report(RehearsalReport rehearsal) {
        List<String> lines = new ArrayList<>();
        lines.add(rehearsal.database() + ":");
        rehearsal.migrations().forEach(each -> lines.add(line(each)));
        List<Problem> problems = rehearsal.migrations().stream()
                .flatMap(each -> each.problems().stream())
                .map(text -> Problem.of(text).orElseGet(() -> Problem.unexpected(text)))
                .toList();
        Map<String, Object> facts = new Facts()
                .add("database", rehearsal.database())
                .add("kind", rehearsal.kind().name().toLowerCase(Locale.ROOT))
                .add(
                        "migrations",
                        rehearsal.migrations().stream()
                                .map(RehearsalText::facts)
                                .toList())
                .map();
        return new Report(lines, facts, List.of(), problems);
    }

    private static String line(Rehearsed each) {
        return "  %s  %s  %s (%d %s)"
                .formatted(
                        each.entry().version().text(),
                        each.ok() ? "tested" : "failed",
                        each.description(),
                        each.rows(),
                        each.rows() == 1 ? "row" : "rows");
    }

    private static Map<String, Object> facts(Rehearsed each) {
        return new Facts()
                .add("version", each.entry().version().text())
                .add("description", each.description())
                .add("tested", each.ok())
                .add("rows", each.rows())
                .map();
    }
}
