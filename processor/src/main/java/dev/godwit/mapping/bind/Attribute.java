package dev.godwit.mapping.bind;

import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.mapping.read.Annotations;
import dev.godwit.mapping.read.ClassView;
import dev.godwit.mapping.read.Member;
import dev.godwit.mapping.read.Place;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * A persistent attribute as seen from the class that is being bound.
 *
 * @param name the attribute's name
 * @param member what it is read through
 * @param type its type with type variables filled in
 * @param declaring the class that declares it
 * @param owner the type whose type arguments hold
 */
record Attribute(String name, Member member, TypeMirror type, ClassView declaring, DeclaredType owner) {

    Annotations annotations() {
        return member.annotations();
    }

    boolean has(String annotation) {
        return member.has(annotation);
    }

    boolean hasAny(String... names) {
        return annotations().hasAny(names);
    }

    Optional<AnnotationView> get(String annotation) {
        return annotations().get(annotation);
    }

    List<AnnotationView> all(String annotation) {
        return annotations().all(annotation);
    }

    Place place() {
        return member.place();
    }

    boolean isId() {
        return hasAny(Jpa.ID, Jpa.EMBEDDED_ID);
    }

    boolean isToOne() {
        return hasAny(Jpa.MANY_TO_ONE, Jpa.ONE_TO_ONE);
    }

    boolean isCollection() {
        return hasAny(Jpa.ONE_TO_MANY, Jpa.MANY_TO_MANY, Jpa.ELEMENT_COLLECTION, Hib.MANY_TO_ANY);
    }

    Attribute named(String other) {
        return new Attribute(other, member, type, declaring, owner);
    }
}
