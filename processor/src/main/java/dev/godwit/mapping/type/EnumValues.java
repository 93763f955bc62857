package dev.godwit.mapping.type;

import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Finds what the constants of an enum hold in a field that is annotated with {@code @EnumeratedValue}. */
@FunctionalInterface
interface EnumValues {

    /** Knows of none: a compiler that does not show its source trees. */
    EnumValues UNKNOWN = (type, field, text) -> Optional.empty();

    /**
     * The check that Hibernate makes of the values.
     *
     * @param text whether they are stored as text
     */
    Optional<ValueCheck> of(TypeElement type, VariableElement field, boolean text);
}
