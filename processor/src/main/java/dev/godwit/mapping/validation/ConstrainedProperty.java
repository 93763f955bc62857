package dev.godwit.mapping.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.TypeMirror;

/** A property of a class with the constraints on its field and its getter, inherited ones included. */
final class ConstrainedProperty {

    private static final String PACKAGE = "jakarta.validation.constraints.";
    private static final Set<String> NOT_NULL = Set.of(PACKAGE + "NotNull", PACKAGE + "NotEmpty", PACKAGE + "NotBlank");

    private final String name;
    private final List<Constraint> constraints = new ArrayList<>();
    private boolean text;
    private boolean cascaded;

    ConstrainedProperty(String name) {
        this.name = name;
    }

    void add(List<Constraint> more, TypeMirror type, boolean isCascaded) {
        constraints.addAll(more);
        text |= type.toString().endsWith("java.lang.String");
        cascaded |= isCascaded;
    }

    String name() {
        return name;
    }

    /** Whether {@code @Valid} leads into the property's own class. */
    boolean isCascaded() {
        return cascaded;
    }

    boolean isConstrained() {
        return cascaded || !constraints.isEmpty();
    }

    /** What the constraints of these groups do to the property's columns. */
    Effects effects(List<String> groups) {
        Effects effects = new Effects();
        effects.notNull(apply(
                constraints.stream()
                        .filter(constraint -> constraint.isIn(groups))
                        .toList(),
                false,
                effects));
        return effects;
    }

    /** @return whether null is ruled out: by one of the constraints, or by each of them where any is enough */
    private boolean apply(List<Constraint> all, boolean anyIsEnough, Effects effects) {
        boolean one = false;
        boolean each = !all.isEmpty();
        for (Constraint constraint : all) {
            apply(constraint, effects);
            boolean notNull = NOT_NULL.contains(constraint.name());
            notNull |= apply(constraint.composing(), constraint.isAnyOf(), effects);
            one |= notNull;
            each &= notNull;
        }
        return anyIsEnough ? each : one;
    }

    private void apply(Constraint constraint, Effects effects) {
        switch (constraint.name()) {
            case PACKAGE + "Digits" ->
                effects.digits((int) constraint.number("integer"), (int) constraint.number("fraction"));
            case PACKAGE + "Size", "org.hibernate.validator.constraints.Length" -> {
                long max = constraint.number("max");
                if (text && max < Integer.MAX_VALUE) {
                    effects.length(max);
                }
            }
            case PACKAGE + "Min" -> effects.check(">=" + constraint.number("value"));
            case PACKAGE + "Max" -> effects.check("<=" + constraint.number("value"));
            default -> {
                // others say nothing about columns
            }
        }
    }
}
