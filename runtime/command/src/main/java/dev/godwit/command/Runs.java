package dev.godwit.command;

import dev.godwit.engine.report.Executed;
import dev.godwit.engine.report.RunReport;
import java.util.List;
import java.util.Map;

/** Tells what a run did; the events of the run have told how. */
final class Runs {

    private Runs() {}

    static Report report(RunReport run) {
        String head = run.head()
                .map(version -> "The database is at %s.".formatted(version))
                .orElse("The database has no migration.");
        String did = run.migrations().isEmpty()
                ? "Nothing to do."
                : "%d %s in %d ms."
                        .formatted(
                                run.migrations().size(),
                                run.migrations().size() == 1 ? "migration" : "migrations",
                                run.took().toMillis());
        return Report.of(
                List.of(did + " " + head),
                new Facts()
                        .add("database", run.database())
                        .add("head", run.head())
                        .add(
                                "migrations",
                                run.migrations().stream().map(Runs::facts).toList())
                        .millis("tookMillis", run.took())
                        .map());
    }

    private static Map<String, Object> facts(Executed executed) {
        return new Facts()
                .add("version", executed.version())
                .add("description", executed.description())
                .add("direction", executed.direction().text())
                .millis("tookMillis", executed.took())
                .map();
    }
}
