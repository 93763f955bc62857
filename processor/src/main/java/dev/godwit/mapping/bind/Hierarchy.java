package dev.godwit.mapping.bind;

import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.mapping.read.ClassView;
import dev.godwit.mapping.read.Member;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The managed classes, each after those it extends, and where each stands in its hierarchy, as
 * {@code org.hibernate.boot.model.internal.InheritanceState} has it.
 */
final class Hierarchy {

    /** The strategies of {@code @Inheritance}. */
    enum Strategy {
        SINGLE_TABLE,
        JOINED,
        TABLE_PER_CLASS
    }

    private static final Set<String> NO_MAPPING = Set.of(
            "jakarta.persistence.PostLoad",
            "jakarta.persistence.PostPersist",
            "jakarta.persistence.PostRemove",
            "jakarta.persistence.PostUpdate",
            "jakarta.persistence.PrePersist",
            "jakarta.persistence.PreRemove",
            "jakarta.persistence.PreUpdate",
            "jakarta.persistence.Transient",
            "jakarta.persistence.Access");

    /** Where one class stands. */
    static final class State {
        private final ClassView view;
        private Optional<Strategy> strategy;
        private boolean hasSiblings;
        private boolean hasParents;

        private State(ClassView view) {
            this.view = view;
            this.strategy = view.annotations()
                    .get(Jpa.INHERITANCE)
                    .map(inheritance -> Strategy.valueOf(inheritance.constant("strategy")))
                    .or(() -> view.has(Jpa.MAPPED_SUPERCLASS) ? Optional.empty() : Optional.of(Strategy.SINGLE_TABLE));
        }

        ClassView view() {
            return view;
        }

        Strategy strategy() {
            return strategy.orElse(Strategy.SINGLE_TABLE);
        }

        boolean hasSiblings() {
            return hasSiblings;
        }

        boolean hasParents() {
            return hasParents;
        }

        boolean isMappedSuperclass() {
            return view.has(Jpa.MAPPED_SUPERCLASS);
        }

        boolean hasTable() {
            return !hasParents || strategy() != Strategy.SINGLE_TABLE;
        }
    }

    private final Map<ClassView, State> states = new LinkedHashMap<>();
    private final Map<ClassView, List<ClassView>> embeddableSubclasses = new LinkedHashMap<>();
    private final Map<ClassView, AccessKind> access = new LinkedHashMap<>();

    Hierarchy(Collection<ClassView> managed) {
        Set<ClassView> all = new LinkedHashSet<>();
        managed.stream().filter(view -> !view.has(Jpa.MAPPED_SUPERCLASS)).forEach(view -> {
            all.add(view);
            superclasses(view)
                    .filter(parent -> parent.has(Jpa.ENTITY) || parent.has(Jpa.MAPPED_SUPERCLASS))
                    .forEach(all::add);
        });
        Set<ClassView> ordered = new LinkedHashSet<>();
        all.forEach(view -> addAfterParents(view, all, ordered));
        ordered.stream()
                .filter(view -> view.annotations().hasAny(Jpa.ENTITY, Jpa.MAPPED_SUPERCLASS, Jpa.EMBEDDABLE))
                .forEach(this::addState);
    }

    private static void addAfterParents(ClassView view, Set<ClassView> all, Set<ClassView> ordered) {
        view.superclass().ifPresent(parent -> addAfterParents(parent, all, ordered));
        if (all.contains(view)) {
            ordered.add(view);
        }
    }

    private void addState(ClassView view) {
        State state = new State(view);
        Optional<State> parent = superState(view);
        parent.ifPresent(known -> {
            known.hasSiblings = true;
            superEntityState(view).ifPresent(entity -> {
                state.hasParents = true;
                if (view.has(Jpa.EMBEDDABLE)) {
                    embeddableSubclasses
                            .computeIfAbsent(entity.view, key -> new ArrayList<>())
                            .add(view);
                }
            });
            if (known.strategy.isPresent()) {
                state.strategy = known.strategy;
            }
        });
        states.put(view, state);
    }

    private static Stream<ClassView> superclasses(ClassView view) {
        return Stream.iterate(view.superclass(), Optional::isPresent, parent -> parent.flatMap(ClassView::superclass))
                .map(Optional::get);
    }

    /** The class itself and what it extends. */
    static Stream<ClassView> lineage(ClassView view) {
        return Stream.concat(Stream.of(view), superclasses(view));
    }

    Optional<State> state(ClassView view) {
        return Optional.ofNullable(states.get(view));
    }

    /** The nearest managed superclass, mapped superclasses included. */
    Optional<State> superState(ClassView view) {
        return superclasses(view).flatMap(parent -> state(parent).stream()).findFirst();
    }

    /** The nearest managed superclass that is no mapped superclass. */
    Optional<State> superEntityState(ClassView view) {
        return superclasses(view)
                .flatMap(parent -> state(parent).stream())
                .filter(parent -> !parent.isMappedSuperclass())
                .findFirst();
    }

    /** The entities, each after its superclasses. */
    List<State> entities() {
        return states.values().stream()
                .filter(state -> state.view.has(Jpa.ENTITY))
                .toList();
    }

    /** All managed classes, each after its superclasses. */
    Collection<ClassView> classes() {
        return states.keySet();
    }

    List<ClassView> embeddableSubclasses(ClassView embeddable) {
        return embeddableSubclasses.getOrDefault(embeddable, List.of());
    }

    /** The mapped superclasses between an entity and the entity above it, the outermost first, then the entity. */
    List<ClassView> segment(ClassView entity) {
        List<ClassView> segment = new ArrayList<>();
        segment.add(entity);
        for (Optional<State> parent = superState(entity);
                parent.isPresent() && parent.get().isMappedSuperclass();
                parent = superState(parent.get().view)) {
            segment.add(0, parent.get().view);
        }
        return segment;
    }

    /** The class whose identifier an id class stands for, given by {@code @IdClass} or by several ids. */
    Optional<ClassView> classWithIdClass(ClassView view, boolean evenIfSubclass) {
        State state = states.get(view);
        if (state != null && !evenIfSubclass && state.hasParents) {
            return Optional.empty();
        }
        if (view.has(Jpa.ID_CLASS)) {
            return Optional.of(view);
        }
        long ids = Stream.concat(view.fields().stream(), view.getters().stream())
                .filter(member -> member.has(Jpa.ID))
                .count();
        return ids > 1 ? Optional.of(view) : superState(view).flatMap(parent -> classWithIdClass(parent.view, true));
    }

    /** The access type that a class' attributes have by default: that of the id, else of whatever is mapped. */
    AccessKind defaultAccess(ClassView view) {
        AccessKind known = access.get(view);
        if (known == null) {
            known = fromId(view)
                    .or(() -> fromMembers(view))
                    .or(() -> lineage(view)
                            .filter(each -> each.has(Jpa.ENTITY))
                            .reduce((first, second) -> second)
                            .flatMap(Hierarchy::fromMembers))
                    .or(() -> superclasses(view)
                            .filter(each -> each.has(Jpa.MAPPED_SUPERCLASS))
                            .flatMap(each -> fromMembers(each).stream())
                            .findFirst())
                    .orElse(AccessKind.DEFAULT);
            access.put(view, known);
        }
        return known;
    }

    private static Optional<AccessKind> fromId(ClassView view) {
        return lineage(view)
                .filter(each -> each.has(Jpa.ENTITY) || each.has(Jpa.MAPPED_SUPERCLASS))
                .filter(each -> !each.has(Jpa.ACCESS))
                .flatMap(each -> {
                    if (each.getters().stream().anyMatch(member -> isId(member) && infers(member))) {
                        return Stream.of(AccessKind.PROPERTY);
                    }
                    return each.fields().stream().anyMatch(member -> isId(member) && infers(member))
                            ? Stream.of(AccessKind.FIELD)
                            : Stream.empty();
                })
                .findFirst();
    }

    private static Optional<AccessKind> fromMembers(ClassView view) {
        if (view.fields().stream().anyMatch(member -> infers(member) && isMapped(member))) {
            return Optional.of(AccessKind.FIELD);
        }
        return view.getters().stream().anyMatch(member -> infers(member) && isMapped(member))
                ? Optional.of(AccessKind.PROPERTY)
                : Optional.empty();
    }

    private static boolean isId(Member member) {
        return member.annotations().hasAny(Jpa.ID, Jpa.EMBEDDED_ID);
    }

    private static boolean infers(Member member) {
        return !member.annotations().hasAny(Jpa.ACCESS, Jpa.TRANSIENT);
    }

    private static boolean isMapped(Member member) {
        return member.annotations().all().stream()
                .map(AnnotationView::name)
                .anyMatch(name -> name.startsWith("jakarta.persistence.") && !NO_MAPPING.contains(name));
    }
}
