package dev.godwit.mapping.evaluate;

import java.util.List;
import java.util.stream.IntStream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** A constant of an enum as a value. */
record EnumConstant(TypeElement type, VariableElement element, int ordinal) {

    static List<EnumConstant> of(TypeElement type) {
        List<VariableElement> constants = type.getEnclosedElements().stream()
                .filter(each -> each.getKind() == ElementKind.ENUM_CONSTANT)
                .map(VariableElement.class::cast)
                .toList();
        return IntStream.range(0, constants.size())
                .mapToObj(i -> new EnumConstant(type, constants.get(i), i))
                .toList();
    }

    static EnumConstant of(TypeElement type, String name) {
        return of(type).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotEvaluableException(name));
    }

    String name() {
        return element.getSimpleName().toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EnumConstant that && element.equals(that.element);
    }

    @Override
    public int hashCode() {
        return element.hashCode();
    }
}
