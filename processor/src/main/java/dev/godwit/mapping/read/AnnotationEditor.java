package dev.godwit.mapping.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The annotations of one element while something is laid over them. */
public final class AnnotationEditor {

    private static final String REPEATABLE = "java.lang.annotation.Repeatable";

    private final ModelReader reader;
    private final Place place;
    private final List<AnnotationView> direct;
    private final Set<AnnotationView> forgotten;

    /**
     * @param place where the annotations that are added stand
     * @param forgets whether the values of an annotation that the element carries itself are lost when one of them is
     *     stated anew
     */
    public AnnotationEditor(ModelReader reader, Place place, Annotations start, boolean forgets) {
        this.reader = reader;
        this.place = place;
        this.direct = new ArrayList<>(start.direct());
        this.forgotten = forgets ? Set.copyOf(direct) : Set.of();
    }

    public void removeIf(Predicate<AnnotationView> condition) {
        direct.removeIf(condition);
    }

    /** Removes every use of an annotation, and the container of its uses. */
    public void remove(String name) {
        direct.removeIf(view -> view.name().equals(name) || view.isContainerOf(name));
    }

    /** States values of an annotation; what it states otherwise stays. */
    public void merge(String name, Map<String, Object> values) {
        Map<String, Object> merged = new HashMap<>();
        direct.stream()
                .filter(view -> view.name().equals(name) && !forgotten.contains(view))
                .findFirst()
                .ifPresent(view -> merged.putAll(view.stated()));
        merged.putAll(values);
        direct.removeIf(view -> view.name().equals(name));
        reader.synthetic(name, merged, place).ifPresent(direct::add);
    }

    /** Puts these uses of an annotation in place of all others, within its container where it has one. */
    public void replace(String name, List<AnnotationView> uses) {
        remove(name);
        add(name, uses);
    }

    /** Adds uses of an annotation beside others. */
    public void add(String name, List<AnnotationView> uses) {
        Optional<AnnotationView> container = uses.stream()
                .findFirst()
                .flatMap(use -> use.meta().get(REPEATABLE))
                .flatMap(repeatable -> repeatable.type("value"))
                .flatMap(type -> reader.synthetic(reader.erasedName(type), Map.of("value", uses), place));
        container.ifPresentOrElse(direct::add, () -> direct.addAll(uses));
    }

    public Annotations annotations() {
        return new Annotations(direct);
    }
}
