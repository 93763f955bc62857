package dev.godwit.recording;

import dev.godwit.AcceptedHazard;
import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.Change;
import dev.godwit.change.NoWayBack;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What a migration records.
 *
 * @param up the changes of {@link Migration#up}, in order
 * @param down the changes of {@link Migration#down}, in order
 * @param accepted why a hazard is none here, by its code
 */
public record Recording(List<Change> up, List<Change> down, Map<String, String> accepted) {

    public Recording {
        up = List.copyOf(up);
        down = List.copyOf(down);
        accepted = Map.copyOf(accepted);
    }

    public Recording(List<Change> up, List<Change> down) {
        this(up, down, Map.of());
    }

    /**
     * Records a migration.
     *
     * @throws RecordingException when the migration throws, or records something else the second time, or says in
     *     {@code up} that there is no way back
     */
    public static Recording of(Migration migration) {
        List<Change> up = record(migration, "up", migration::up);
        return new Recording(lasting(migration, up), record(migration, "down", migration::down), accepted(migration));
    }

    /**
     * Records a migration whose {@code up} is about to be compared with its seal: what would be another the second time
     * does not pass there, and need not be recorded twice.
     *
     * @throws RecordingException when the migration throws, or says in {@code up} that there is no way back, or when its
     *     {@code down} records something else the second time
     */
    public static Recording ofSealed(Migration migration) {
        List<Change> up = attempt(migration, what(migration, "up"), migration::up);
        return new Recording(lasting(migration, up), record(migration, "down", migration::down), accepted(migration));
    }

    private static List<Change> lasting(Migration migration, List<Change> up) {
        if (up.stream().anyMatch(NoWayBack.class::isInstance)) {
            throw new RecordingException("GW2103: %s.up says that there is no way back. Say so in its down."
                    .formatted(migration.getClass().getSimpleName()));
        }
        return up;
    }

    /** Why what {@code up} does to rows cannot be undone, where {@code down} says so. */
    public Optional<String> noWayBack() {
        return down.stream()
                .filter(NoWayBack.class::isInstance)
                .map(change -> ((NoWayBack) change).why())
                .findFirst();
    }

    private static Map<String, String> accepted(Migration migration) {
        Map<String, String> accepted = new TreeMap<>();
        for (AcceptedHazard hazard : migration.getClass().getAnnotationsByType(AcceptedHazard.class)) {
            accepted.merge(hazard.code(), hazard.why(), (one, other) -> one + "; " + other);
        }
        return accepted;
    }

    private static List<Change> record(Migration migration, String method, Consumer<SchemaChanges> code) {
        String what = what(migration, method);
        List<Change> first = attempt(migration, what, code);
        if (!first.equals(attempt(migration, what, code))) {
            throw new RecordingException("GW2101: %s records something else the second time. ".formatted(what)
                    + "A migration must not depend on the clock, on chance or on state: "
                    + "move what varies into SQL, or into the code of a transformation.");
        }
        return first;
    }

    private static String what(Migration migration, String method) {
        return migration.getClass().getSimpleName() + "." + method;
    }

    private static List<Change> attempt(Migration migration, String what, Consumer<SchemaChanges> code) {
        try {
            return Recorder.record(code);
        } catch (RuntimeException | LinkageError e) {
            throw new RecordingException(
                    "GW2102: %s cannot be recorded: %s%s. ".formatted(what, e, lineIn(migration, e))
                            + "A migration records its changes and does nothing else: correct it, "
                            + "or restore it from version control.",
                    e);
        }
    }

    /** Where in its source the migration has thrown. */
    private static String lineIn(Migration migration, Throwable thrown) {
        String type = migration.getClass().getName();
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().equals(type)
                        || frame.getClassName().startsWith(type + "$"))
                .findFirst()
                .map(frame -> " (%s:%d)".formatted(frame.getFileName(), frame.getLineNumber()))
                .orElse("");
    }
}
