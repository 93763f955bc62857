package dev.godwit.recording;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.Change;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a migration records.
 *
 * @param up the changes of {@link Migration#up}, in order
 * @param down the changes of {@link Migration#down}, in order
 */
public record Recording(List<Change> up, List<Change> down) {

    public Recording {
        up = List.copyOf(up);
        down = List.copyOf(down);
    }

    /**
     * Records a migration.
     *
     * @throws RecordingException when the migration throws, or records something else the second time
     */
    public static Recording of(Migration migration) {
        String name = migration.getClass().getSimpleName();
        return new Recording(record(name + ".up", migration::up), record(name + ".down", migration::down));
    }

    private static List<Change> record(String what, Consumer<SchemaChanges> code) {
        List<Change> first = attempt(what, code);
        if (!first.equals(attempt(what, code))) {
            throw new RecordingException("GW2101: %s records something else the second time. ".formatted(what)
                    + "A migration must not depend on the clock, on chance or on state: "
                    + "move what varies into SQL, or into the code of a transformation.");
        }
        return first;
    }

    private static List<Change> attempt(String what, Consumer<SchemaChanges> code) {
        try {
            return Recorder.record(code);
        } catch (RuntimeException | LinkageError e) {
            throw new RecordingException("GW2102: %s cannot be recorded: %s".formatted(what, e), e);
        }
    }
}
