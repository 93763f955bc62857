package dev.godwit.source;

import dev.godwit.change.Change;
import dev.godwit.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * What the source of a migration says.
 *
 * @param packageName of the class
 * @param className simple name
 * @param version the migration's version
 * @param after the version that it follows
 * @param description a few words for people
 * @param why the reason, as its author gave it
 * @param before the schema before {@code up}
 * @param up the changes that lead forward
 * @param down the changes that lead back
 */
public record MigrationText(
        String packageName,
        String className,
        String version,
        Optional<String> after,
        String description,
        Optional<String> why,
        Schema before,
        List<Change> up,
        List<Change> down) {

    public MigrationText {
        up = List.copyOf(up);
        down = List.copyOf(down);
    }
}
