package dev.godwit.command;

import dev.godwit.drift.Difference;
import dev.godwit.drift.Drift;
import dev.godwit.drift.ForeignHistory;
import dev.godwit.engine.report.DriftReport;
import dev.godwit.introspect.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells how a live database stands to its history. */
public final class DriftView {

    private final DriftReport report;

    public DriftView(DriftReport report) {
        this.report = report;
    }

    /** @param unmanaged whether tables are listed that no migration knows */
    public List<String> lines(boolean unmanaged) {
        Drift drift = report.drift();
        List<String> lines = new ArrayList<>();
        if (report.notMeasured().isEmpty() && report.head().isPresent() && drift.isEmpty()) {
            lines.add("The live schema is what the history says.");
        }
        lines.addAll(foreign(drift, unmanaged));
        return lines;
    }

    /** What belongs to others. */
    static List<String> foreign(Drift drift, boolean unmanaged) {
        List<String> lines = new ArrayList<>();
        if (!drift.histories().isEmpty()) {
            lines.add("Histories of other tools, left alone: " + joined(drift.histories()));
        }
        if (unmanaged && !drift.unmanaged().isEmpty()) {
            lines.add("Tables that no migration knows: " + joined(drift.unmanaged()));
        }
        return lines;
    }

    private static String joined(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    /** What is not as the history says. */
    public List<Problem> problems() {
        return report.drift().differences().stream()
                .map(difference -> new Problem(difference.code(), difference.text()))
                .toList();
    }

    /** What was not compared, and why. */
    public List<String> gaps() {
        List<String> gaps = new ArrayList<>(report.drift().notCompared());
        report.notMeasured().ifPresent(gaps::add);
        return gaps;
    }

    public Map<String, Object> facts() {
        Drift drift = report.drift();
        return new Facts()
                .add("measured", report.notMeasured().isEmpty())
                .add("differences", differences(drift.differences()))
                .add("notCompared", gaps())
                .add("unmanaged", drift.unmanaged())
                .add("histories", histories(drift.histories()))
                .map();
    }

    static List<Map<String, Object>> differences(List<Difference> differences) {
        return differences.stream()
                .map(difference -> new Facts()
                        .add("code", difference.code())
                        .add("kind", difference.kind().toString())
                        .add("subject", difference.subject())
                        .add("column", difference.column())
                        .add("expected", difference.expected().map(Fact::toString))
                        .add("found", difference.found().map(Fact::toString))
                        .map())
                .toList();
    }

    static List<String> histories(List<ForeignHistory> histories) {
        return histories.stream().map(ForeignHistory::toString).toList();
    }
}
