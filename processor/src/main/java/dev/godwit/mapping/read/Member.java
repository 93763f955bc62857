package dev.godwit.mapping.read;

import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * A field, getter or record component that an attribute can be read through.
 *
 * @param name the attribute's name
 * @param element the field, method or record component; the field where a getter is yet to be generated
 * @param kind what {@code element} is
 * @param declaring the class that declares it
 */
public record Member(String name, Element element, Kind kind, TypeElement declaring, Annotations annotations) {

    public enum Kind {
        FIELD,
        GETTER,
        COMPONENT
    }

    /** The type as it is declared, type variables included. */
    public TypeMirror declaredType() {
        return element instanceof ExecutableElement getter ? getter.getReturnType() : element.asType();
    }

    public boolean has(String annotation) {
        return annotations.has(annotation);
    }

    public Place place() {
        return Place.of(element);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Member that && element.equals(that.element) && kind == that.kind;
    }

    @Override
    public int hashCode() {
        return element.hashCode();
    }

    @Override
    public String toString() {
        return declaring.getSimpleName() + "." + name;
    }
}
