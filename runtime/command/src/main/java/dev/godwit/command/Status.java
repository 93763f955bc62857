package dev.godwit.command;

import dev.godwit.engine.report.MigrationStatus;
import dev.godwit.engine.report.StatusReport;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells how a database stands against the committed migrations. */
public final class Status {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private Status() {}

    /** @param unmanaged whether tables are listed that no migration knows */
    public static Report run(Deployment deployment, boolean unmanaged) {
        return deployment.with(engine ->
                report(engine.status(), new DriftView(engine.drift()), new RetainedView(engine.retained()), unmanaged));
    }

    private static Report report(StatusReport status, DriftView drift, RetainedView retained, boolean unmanaged) {
        List<String> lines = lines(status);
        status.open().forEach(open -> lines.add(open.text()));
        lines.addAll(Runs.laterRelease(status.later()));
        lines.addAll(RepeatableView.lines(status.repeatables()));
        lines.addAll(drift.lines(unmanaged));
        lines.addAll(retained.lines("Kept for a rollback:"));
        List<String> warnings = new ArrayList<>(drift.gaps());
        retained.overdue().ifPresent(warnings::add);
        drift.problems().forEach(problem -> warnings.add(problem.toString()));
        return Report.of(
                        lines,
                        new Facts()
                                .add("database", status.database())
                                .add("head", status.head())
                                .add("upToDate", status.isUpToDate())
                                .add(
                                        "migrations",
                                        status.migrations().stream()
                                                .map(Status::facts)
                                                .toList())
                                .add(
                                        "open",
                                        status.open().stream().map(Runs::facts).toList())
                                .add(
                                        "repeatables",
                                        status.repeatables().stream()
                                                .map(RepeatableView::facts)
                                                .toList())
                                .add("drift", drift.facts())
                                .add("retained", retained.facts())
                                .map())
                .withWarnings(warnings);
    }

    private static List<String> lines(StatusReport status) {
        List<String> lines = new ArrayList<>();
        lines.add("%s, %s"
                .formatted(
                        status.database(),
                        status.head().map(head -> "at " + head).orElse("without a migration")));
        int width = status.migrations().stream()
                .mapToInt(migration -> migration.state().text().length())
                .max()
                .orElse(1);
        String row = "  %s  %-" + width + "s  %-23s  %s";
        status.migrations().forEach(migration -> {
            lines.add(row.formatted(
                    migration.version(),
                    migration.state().text(),
                    migration.appliedAt().map(Status::time).orElse(""),
                    migration.description()));
            migration.error().ifPresent(error -> lines.add("    " + error));
        });
        return lines;
    }

    private static String time(Instant instant) {
        return TIME.format(instant) + " UTC";
    }

    private static Map<String, Object> facts(MigrationStatus migration) {
        return new Facts()
                .add("version", migration.version())
                .add("description", migration.description())
                .add("state", migration.state().name().toLowerCase(Locale.ROOT))
                .time("appliedAt", migration.appliedAt())
                .add("tookMillis", migration.took().map(took -> took.toMillis()))
                .add("run", migration.run())
                .add("error", migration.error())
                .map();
    }
}
