package dev.godwit.referee;

import dev.godwit.model.Origin;
import dev.godwit.model.Settings;
import dev.godwit.project.settings.ClassPath;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the referee is asked.
 *
 * @param classPath the project's compiled classes and what they depend on, Hibernate among it
 * @param types what Hibernate is to map
 * @param settings those by which Godwit derived the schema
 * @param schema what Godwit derived
 * @param origins where Godwit's tables and columns come from
 * @param targets the databases to compare for
 * @param excludedTables names of tables and sequences that are not compared, without regard to case
 */
public record Question(
        ClassPath classPath,
        ManagedTypes types,
        Settings settings,
        Schema schema,
        Map<Ref, Origin> origins,
        List<Target> targets,
        Set<String> excludedTables) {

    public Question {
        origins = Map.copyOf(origins);
        targets = List.copyOf(targets);
        excludedTables = excludedTables.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isExcluded(String name) {
        return excludedTables.contains(name.toLowerCase(Locale.ROOT));
    }
}
