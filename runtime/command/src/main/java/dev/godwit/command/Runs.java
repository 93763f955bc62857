package dev.godwit.command;

import dev.godwit.engine.event.Event;
import dev.godwit.engine.report.Executed;
import dev.godwit.engine.report.OpenPhase;
import dev.godwit.engine.report.RunReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells what a run did; the events of the run have told how. */
final class Runs {

    private Runs() {}

    static Report report(RunReport run) {
        String head = run.head()
                .map(version -> "The database is at %s.".formatted(version))
                .orElse("The database has no migration.");
        boolean nothing = run.migrations().isEmpty() && run.repeatables().ran().isEmpty();
        String did = nothing
                ? "Nothing to do."
                : "%d %s in %d ms."
                        .formatted(
                                run.migrations().size(),
                                run.migrations().size() == 1 ? "migration" : "migrations",
                                run.took().toMillis());
        List<String> lines = new ArrayList<>(List.of(did + " " + head));
        if (!run.repeatables().ran().isEmpty()) {
            lines.add("Repeatables: " + String.join(", ", run.repeatables().ran()) + ".");
        }
        run.open().forEach(open -> lines.add(open.text()));
        lines.addAll(laterRelease(run.later()));
        return Report.of(
                        lines,
                        new Facts()
                                .add("database", run.database())
                                .add("head", run.head())
                                .add(
                                        "migrations",
                                        run.migrations().stream()
                                                .map(Runs::facts)
                                                .toList())
                                .add(
                                        "open",
                                        run.open().stream().map(Runs::facts).toList())
                                .add("repeatables", run.repeatables().ran())
                                .add("laterRelease", run.later())
                                .millis("tookMillis", run.took())
                                .map())
                .withWarnings(run.repeatables().away().stream().toList());
    }

    /** What there is to say of migrations of a later release. */
    static List<String> laterRelease(List<String> later) {
        return later.isEmpty() ? List.of() : List.of(new Event.LaterRelease(later).text());
    }

    /** A migration of which a part is held back, for machines. */
    static Map<String, Object> facts(OpenPhase open) {
        return new Facts()
                .add("version", open.version())
                .add("description", open.description())
                .add("state", open.state().name().toLowerCase(Locale.ROOT))
                .add("why", open.why())
                .add("release", open.release())
                .map();
    }

    private static Map<String, Object> facts(Executed executed) {
        return new Facts()
                .add("version", executed.version())
                .add("description", executed.description())
                .add("direction", executed.direction().text())
                .add("state", executed.state().name().toLowerCase(Locale.ROOT))
                .millis("tookMillis", executed.took())
                .map();
    }
}
