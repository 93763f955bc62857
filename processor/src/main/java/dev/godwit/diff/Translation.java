package dev.godwit.diff;

import dev.godwit.model.Origin;
import java.util.Map;
import java.util.Optional;

/**
 * What origins were called before classes and attributes were renamed.
 *
 * @param entities former names of classes by their names now
 * @param attributes former paths of attributes by their origin now
 */
record Translation(Map<String, String> entities, Map<Origin, String> attributes) {

    Translation {
        entities = Map.copyOf(entities);
        attributes = Map.copyOf(attributes);
    }

    /** Empty for what has taken the name of something renamed: it is new. */
    Optional<Origin> former(Origin now) {
        return former(now.entity())
                .flatMap(entity -> formerPath(now)
                        .map(path -> new Origin(entity, path, now.target().map(this::known))));
    }

    private Optional<String> former(String entity) {
        return entities.containsKey(entity) || !entities.containsValue(entity)
                ? Optional.of(known(entity))
                : Optional.empty();
    }

    private String known(String entity) {
        return entities.getOrDefault(entity, entity);
    }

    /** A path goes by the longest part of it that is renamed. */
    private Optional<String> formerPath(Origin now) {
        String path = now.path();
        for (int end = path.length(); end > 0; end = lastSeparator(path, end)) {
            String part = path.substring(0, end);
            String former = attributes.get(new Origin(now.entity(), part));
            if (former != null) {
                return Optional.of(former + path.substring(end));
            }
            if (isTaken(now.entity(), part)) {
                return Optional.empty();
            }
        }
        return Optional.of(path);
    }

    private boolean isTaken(String entity, String path) {
        return attributes.entrySet().stream()
                .anyMatch(renamed -> renamed.getKey().entity().equals(entity)
                        && renamed.getValue().equals(path));
    }

    private static int lastSeparator(String path, int before) {
        return Math.max(path.lastIndexOf('.', before - 1), path.lastIndexOf('/', before - 1));
    }
}
