package dev.godwit.mapping.read;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** What is the same for every use of one annotation: its defaults, whether it is a container, its own annotations. */
final class AnnotationType {

    private static final String REPEATABLE = "java.lang.annotation.Repeatable";

    private final ModelReader reader;
    private final TypeElement element;
    private final String name;
    private final Map<String, AnnotationValue> defaults = new HashMap<>();
    private final Optional<String> contained;

    AnnotationType(ModelReader reader, TypeElement element) {
        this.reader = reader;
        this.element = element;
        this.name = element.getQualifiedName().toString();
        Optional<String> repeated = Optional.empty();
        for (ExecutableElement method : ElementFilter.methodsIn(element.getEnclosedElements())) {
            AnnotationValue value = method.getDefaultValue();
            if (value != null) {
                defaults.put(method.getSimpleName().toString(), value);
            }
            if (method.getSimpleName().contentEquals("value")) {
                repeated = repeatedIn(method);
            }
        }
        this.contained = repeated;
    }

    private Optional<String> repeatedIn(ExecutableElement value) {
        if (!(value.getReturnType() instanceof ArrayType array)
                || array.getComponentType().getKind() != TypeKind.DECLARED) {
            return Optional.empty();
        }
        TypeElement component = (TypeElement) ((DeclaredType) array.getComponentType()).asElement();
        boolean contains = component.getAnnotationMirrors().stream()
                .filter(mirror -> ((TypeElement) mirror.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals(REPEATABLE))
                .flatMap(mirror -> mirror.getElementValues().values().stream())
                .anyMatch(container -> container.getValue().toString().equals(name));
        return contains ? Optional.of(component.getQualifiedName().toString()) : Optional.empty();
    }

    String name() {
        return name;
    }

    Optional<AnnotationValue> defaultOf(String attribute) {
        return Optional.ofNullable(defaults.get(attribute));
    }

    /** The annotation that this one is the container of. */
    Optional<String> contained() {
        return contained;
    }

    /** The annotations on the annotation itself. */
    Annotations annotations() {
        return reader.annotations(element);
    }
}
