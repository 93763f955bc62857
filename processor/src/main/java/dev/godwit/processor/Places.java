package dev.godwit.processor;

import dev.godwit.mapping.read.Place;
import dev.godwit.model.Origin;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Finds the element that an origin names. */
public final class Places {

    private final Elements elements;

    public Places(Elements elements) {
        this.elements = elements;
    }

    /**
     * The attribute at the end of the path, or the last one on the way that is found, or the class.
     *
     * <p>The path of a column in an attribute's own table goes on behind a slash with the column's role, which no
     * element stands for.
     */
    public Place of(Origin origin) {
        TypeElement entity = elements.getTypeElement(origin.entity().replace('$', '.'));
        if (entity == null) {
            return Place.NOWHERE;
        }
        String path = origin.path().contains("/")
                ? origin.path().substring(0, origin.path().indexOf('/'))
                : origin.path();
        Element found = entity;
        Optional<TypeElement> holder = Optional.of(entity);
        for (String name : path.isEmpty() ? new String[0] : path.split("\\.")) {
            Optional<Element> attribute = holder.flatMap(type -> attribute(type, name));
            if (attribute.isEmpty()) {
                break;
            }
            found = attribute.get();
            holder = typeOf(found);
        }
        return Place.of(found);
    }

    private static Optional<Element> attribute(TypeElement type, String name) {
        for (Optional<TypeElement> at = Optional.of(type); at.isPresent(); at = at.flatMap(Places::superclass)) {
            Optional<Element> declared = at.get().getEnclosedElements().stream()
                    .filter(member -> isAttribute(member, name))
                    .map(Element.class::cast)
                    .findFirst();
            if (declared.isPresent()) {
                return declared;
            }
        }
        return Optional.empty();
    }

    private static boolean isAttribute(Element member, String name) {
        if (member.getKind() == ElementKind.FIELD || member.getKind() == ElementKind.RECORD_COMPONENT) {
            return member.getSimpleName().contentEquals(name);
        }
        String capitalized = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return member.getKind() == ElementKind.METHOD
                && (member.getSimpleName().contentEquals("get" + capitalized)
                        || member.getSimpleName().contentEquals("is" + capitalized));
    }

    private static Optional<TypeElement> superclass(TypeElement type) {
        return element(type.getSuperclass());
    }

    private static Optional<TypeElement> typeOf(Element attribute) {
        return element(attribute instanceof ExecutableElement getter ? getter.getReturnType() : attribute.asType());
    }

    private static Optional<TypeElement> element(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                ? Optional.of((TypeElement) ((DeclaredType) type).asElement())
                : Optional.empty();
    }
}
