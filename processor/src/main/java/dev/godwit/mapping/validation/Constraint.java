package dev.godwit.mapping.validation;

import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.mapping.read.ModelReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * A constraint on a property, with those that it is composed of.
 *
 * @param overridden numbers that the constraint which this one composes gives it instead of its own
 */
record Constraint(ModelReader reader, AnnotationView view, Map<String, Long> overridden) {

    private static final String PACKAGE = "jakarta.validation.";
    private static final String DEFAULT_GROUP = PACKAGE + "groups.Default";
    private static final String COMPOSITION = "org.hibernate.validator.constraints.ConstraintComposition";

    /** The constraints among these annotations. */
    static List<Constraint> among(ModelReader reader, List<AnnotationView> annotations) {
        return annotations.stream()
                .filter(view -> view.isAnnotatedWith(PACKAGE + "Constraint"))
                .map(view -> new Constraint(reader, view, Map.of()))
                .toList();
    }

    String name() {
        return view.name();
    }

    long number(String attribute) {
        return overridden.getOrDefault(attribute, view.number(attribute));
    }

    /** Whether the constraint belongs to one of these groups; one without a group belongs to the default group. */
    boolean isIn(List<String> groups) {
        List<TypeMirror> own = view.types("groups");
        return own.isEmpty()
                ? groups.contains(DEFAULT_GROUP)
                : own.stream().anyMatch(group -> groups.contains(group.toString()));
    }

    /** The constraints that this one is made of; they apply whatever group they name. */
    List<Constraint> composing() {
        List<Constraint> parts = new ArrayList<>();
        Map<String, Map<String, Long>> overrides = overrides();
        among(reader, view.meta().all())
                .forEach(part ->
                        parts.add(new Constraint(reader, part.view, overrides.getOrDefault(part.name(), Map.of()))));
        return parts;
    }

    /** Whether it is enough that one of the composing constraints holds. */
    boolean isAnyOf() {
        return view.meta()
                .get(COMPOSITION)
                .filter(composition -> composition.constant("value").equals("OR"))
                .isPresent();
    }

    /** By the name of a composing constraint: what {@code @OverridesAttribute} hands to it. */
    private Map<String, Map<String, Long>> overrides() {
        Map<String, Map<String, Long>> all = new HashMap<>();
        reader.classNamed(name())
                .map(type -> ElementFilter.methodsIn(type.element().getEnclosedElements()))
                .orElse(List.of())
                .forEach(method -> collect(method, all));
        return all;
    }

    private void collect(ExecutableElement method, Map<String, Map<String, Long>> all) {
        String own = method.getSimpleName().toString();
        reader.annotations(method).all(PACKAGE + "OverridesAttribute").forEach(override -> {
            Optional<TypeMirror> constraint = override.type("constraint");
            constraint.ifPresent(type -> all.computeIfAbsent(type.toString(), key -> new HashMap<>())
                    .put(override.text("name").orElse(own), number(own)));
        });
    }
}
