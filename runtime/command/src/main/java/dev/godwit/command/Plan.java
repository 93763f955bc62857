package dev.godwit.command;

import dev.godwit.engine.report.PlanReport;
import dev.godwit.engine.report.PlannedMigration;
import dev.godwit.engine.report.PlannedStep;
import dev.godwit.engine.report.ScriptReport;
import dev.godwit.engine.server.TableSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Shows the SQL that {@link Migrate} would run on a database, in order, with locks and hazards; changes nothing. */
public final class Plan {

    private Plan() {}

    /** @param to the last version to apply; empty: the newest */
    public static Report run(Deployment deployment, Optional<String> to) {
        return report(deployment.with(engine -> engine.plan(to)));
    }

    private static Report report(PlanReport plan) {
        return Report.of(
                lines(plan),
                new Facts()
                        .add("database", plan.database())
                        .add(
                                "migrations",
                                plan.migrations().stream().map(Plan::facts).toList())
                        .add(
                                "repeatables",
                                plan.repeatables().stream()
                                        .map(RepeatableView::facts)
                                        .toList())
                        .add("held", plan.held().stream().map(Runs::facts).toList())
                        .add("stop", plan.stop())
                        .add("laterRelease", plan.later())
                        .map());
    }

    /**
     * The same as a script for somebody who runs it by hand.
     *
     * @param to the last version to apply; empty: the newest
     */
    public static Report script(Deployment deployment, Optional<String> to) {
        ScriptReport script = deployment.with(engine -> engine.script(to));
        return Report.of(
                        script.text().lines().toList(),
                        new Facts()
                                .add("database", script.database())
                                .add("versions", script.versions())
                                .add("statements", script.executable())
                                .map())
                .withWarnings(script.end().stream().toList());
    }

    private static List<String> lines(PlanReport plan) {
        if (plan.migrations().isEmpty()
                && plan.held().isEmpty()
                && plan.stop().isEmpty()
                && plan.repeatables().isEmpty()) {
            List<String> nothing = new ArrayList<>(List.of(plan.database() + ": nothing to do."));
            nothing.addAll(Runs.laterRelease(plan.later()));
            return nothing;
        }
        List<String> lines = new ArrayList<>();
        lines.add(plan.database() + ":");
        plan.held().forEach(held -> lines.addAll(List.of("", "-- " + held.text())));
        plan.migrations().forEach(migration -> add(lines, migration));
        lines.addAll(RepeatableView.planned(plan.repeatables()));
        plan.stop().ifPresent(stop -> lines.addAll(List.of("", "-- " + stop)));
        return lines;
    }

    private static void add(List<String> lines, PlannedMigration migration) {
        lines.add("");
        lines.add("-- %s %s (%s, then %s)%s"
                .formatted(
                        migration.version(),
                        migration.description(),
                        migration.direction().text(),
                        migration.state().text(),
                        migration.resumed() ? ", the rest of an interrupted run" : ""));
        migration.hazards().forEach(hazard -> lines.add("-- " + hazard));
        migration.conditions().forEach(condition -> lines.add("-- " + condition));
        add(lines, migration.steps());
        if (!migration.later().isEmpty()) {
            lines.add("-- left for later:");
            add(lines, migration.later());
        }
    }

    private static void add(List<String> lines, List<PlannedStep> steps) {
        int group = 0;
        for (PlannedStep step : steps) {
            if (step.group() != group) {
                group = step.group();
                lines.add("-- group %d%s".formatted(group, step.transactional() ? ", one transaction" : ""));
            }
            lines.add("--   %s: %s%s%s"
                    .formatted(
                            step.description(),
                            step.hazard().text(),
                            step.lock().isEmpty() ? "" : "; lock: " + step.lock(),
                            step.size().map(size -> "; " + size.text()).orElse("")));
            step.sql().lines().forEach(lines::add);
        }
    }

    private static Map<String, Object> facts(PlannedMigration migration) {
        return new Facts()
                .add("version", migration.version())
                .add("description", migration.description())
                .add("direction", migration.direction().text())
                .add("state", migration.state().name().toLowerCase(Locale.ROOT))
                .add("resumed", migration.resumed())
                .add("hazards", migration.hazards())
                .add("conditions", migration.conditions())
                .add("steps", migration.steps().stream().map(Plan::facts).toList())
                .add("later", migration.later().stream().map(Plan::facts).toList())
                .map();
    }

    private static Map<String, Object> facts(PlannedStep step) {
        return new Facts()
                .add("description", step.description())
                .add("sql", step.sql())
                .add("hazard", step.hazard().text())
                .add("lock", step.lock())
                .add(
                        "copiesRows",
                        step.size()
                                .map(TableSize::rows)
                                .filter(OptionalLong::isPresent)
                                .map(OptionalLong::getAsLong))
                .add(
                        "copiesBytes",
                        step.size()
                                .map(TableSize::bytes)
                                .filter(OptionalLong::isPresent)
                                .map(OptionalLong::getAsLong))
                .add("group", step.group())
                .add("transactional", step.transactional())
                .map();
    }
}
