package dev.godwit.mapping.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The annotations of one element; those inside a repeatable's container stand beside the others. */
public final class Annotations {

    public static final Annotations NONE = new Annotations(List.of());

    private final List<AnnotationView> direct;
    private final List<AnnotationView> all;
    private final Map<String, List<AnnotationView>> byName;

    Annotations(Collection<AnnotationView> direct) {
        List<AnnotationView> flat = new ArrayList<>(direct.size());
        Map<String, List<AnnotationView>> names = new LinkedHashMap<>();
        direct.forEach(view -> {
            flat.add(view);
            names.computeIfAbsent(view.name(), key -> new ArrayList<>(1)).add(view);
            view.contained().forEach(repeated -> {
                flat.add(repeated);
                names.computeIfAbsent(repeated.name(), key -> new ArrayList<>(2))
                        .add(repeated);
            });
        });
        this.direct = List.copyOf(direct);
        this.all = List.copyOf(flat);
        this.byName = names;
    }

    public boolean has(String name) {
        return byName.containsKey(name);
    }

    public boolean hasAny(String... names) {
        for (String name : names) {
            if (has(name)) {
                return true;
            }
        }
        return false;
    }

    public Optional<AnnotationView> get(String name) {
        List<AnnotationView> views = byName.get(name);
        return views == null ? Optional.empty() : Optional.of(views.get(0));
    }

    /** Every use of the annotation, repeated ones included, in order. */
    public List<AnnotationView> all(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** Every annotation, those inside containers included. */
    public List<AnnotationView> all() {
        return all;
    }

    /** The annotations whose own declaration carries this annotation. */
    public List<AnnotationView> annotatedWith(String meta) {
        return all.stream().filter(view -> view.isAnnotatedWith(meta)).toList();
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** As they stand, what containers hold left in them. */
    List<AnnotationView> direct() {
        return direct;
    }
}
