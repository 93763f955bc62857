package dev.godwit.diff;

import dev.godwit.model.DeclaredRename;
import dev.godwit.model.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The declared renames of classes and attributes that are effective: the former name is in the snapshot and the new one
 * is not.
 */
final class Declarations {

    private final Origins before;
    private final Origins now;
    private final Map<String, String> entities = new LinkedHashMap<>();
    private final Map<Origin, String> attributes = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    Declarations(Origins before, Origins now, List<DeclaredRename> renames) {
        this.before = before;
        this.now = now;
        List<DeclaredRename> sorted = renames.stream()
                .filter(rename -> rename.from().isPresent())
                .sorted(Comparator.comparing(DeclaredRename::entity).thenComparing(DeclaredRename::path))
                .toList();
        sorted.stream().filter(DeclaredRename::ofClass).forEach(this::ofClass);
        sorted.stream().filter(rename -> !rename.ofClass()).forEach(this::ofAttribute);
    }

    Translation translation() {
        return new Translation(entities, attributes);
    }

    List<Finding> findings() {
        return findings;
    }

    private void ofClass(DeclaredRename rename) {
        List<String> former = before.byPlace().values().stream()
                .map(Origin::entity)
                .filter(entity -> isCalled(entity, rename.from().orElseThrow()))
                .distinct()
                .sorted(Comparator.comparing((String entity) -> !samePackage(entity, rename.entity()))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        Optional<String> source = former.stream().findFirst();
        if (before.hasEntity(rename.entity())) {
            findings.add(DiffMessages.staleRename(rename));
        } else if (source.isEmpty()) {
            findings.add(DiffMessages.unknownSource(rename));
        } else if (entities.containsValue(source.get())) {
            findings.add(DiffMessages.sourceTwice(rename, source.get()));
        } else {
            entities.put(rename.entity(), source.get());
            if (now.hasEntity(source.get())) {
                findings.add(DiffMessages.sourceStillThere(rename, source.get()));
            }
        }
    }

    private static boolean isCalled(String entity, String name) {
        return entity.equals(name) || entity.substring(simpleNameStart(entity)).equals(name);
    }

    private static boolean samePackage(String one, String other) {
        return one.substring(0, simpleNameStart(one)).equals(other.substring(0, simpleNameStart(other)));
    }

    static int simpleNameStart(String entity) {
        return Math.max(entity.lastIndexOf('.'), entity.lastIndexOf('$')) + 1;
    }

    private void ofAttribute(DeclaredRename rename) {
        String entity = entities.getOrDefault(rename.entity(), rename.entity());
        Optional<String> source = sources(rename)
                .filter(path -> !path.equals(rename.path()))
                .filter(path -> before.hasAttribute(entity, path))
                .findFirst();
        if (before.hasAttribute(entity, rename.path())) {
            findings.add(DiffMessages.staleRename(rename));
        } else if (source.isEmpty()) {
            findings.add(DiffMessages.unknownSource(rename));
        } else if (isTaken(rename.entity(), source.get())) {
            findings.add(DiffMessages.sourceTwice(rename, source.get()));
        } else {
            attributes.put(new Origin(rename.entity(), rename.path()), source.get());
            if (now.hasAttribute(rename.entity(), source.get())) {
                findings.add(DiffMessages.sourceStillThere(rename, source.get()));
            }
        }
    }

    private boolean isTaken(String entity, String source) {
        return attributes.entrySet().stream()
                .anyMatch(taken -> taken.getKey().entity().equals(entity)
                        && taken.getValue().equals(source));
    }

    /** A former name is one beside the attribute, in the same embeddable, or else a path from the entity. */
    private static Stream<String> sources(DeclaredRename rename) {
        String path = rename.path();
        String from = rename.from().orElseThrow();
        int parent = Math.max(path.lastIndexOf('.'), path.lastIndexOf('/')) + 1;
        return Stream.of(path.substring(0, parent) + from, from);
    }
}
