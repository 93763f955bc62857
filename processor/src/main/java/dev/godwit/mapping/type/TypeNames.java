package dev.godwit.mapping.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Questions about Java types that the choice of a column type asks. */
final class TypeNames {

    private final Elements elements;
    private final Types types;

    TypeNames(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** The qualified name of the erased type, arrays with {@code []}, without type annotations. */
    String name(TypeMirror type) {
        TypeMirror erased = types.erasure(type);
        if (erased instanceof ArrayType array) {
            return name(array.getComponentType()) + "[]";
        }
        return erased.getKind().isPrimitive()
                ? erased.getKind().name().toLowerCase(Locale.ROOT)
                : element(erased)
                        .map(element -> element.getQualifiedName().toString())
                        .orElseGet(erased::toString);
    }

    /** The class of a type, of a type variable its bound's; empty for primitives and arrays. */
    Optional<TypeElement> element(TypeMirror type) {
        return types.erasure(type) instanceof DeclaredType declared && declared.getKind() == TypeKind.DECLARED
                ? Optional.of((TypeElement) declared.asElement())
                : Optional.empty();
    }

    Optional<TypeElement> enumOf(TypeMirror type) {
        return element(type).filter(element -> element.getKind() == ElementKind.ENUM);
    }

    boolean isA(TypeMirror type, String className) {
        TypeElement other = elements.getTypeElement(className);
        return other != null && types.isAssignable(types.erasure(type), types.erasure(other.asType()));
    }

    /** What an array or a collection holds; empty for any other type, and for a raw collection. */
    Optional<TypeMirror> elementType(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return Optional.of(array.getComponentType());
        }
        return argument(type, "java.util.Collection", 0);
    }

    /**
     * The type argument that a type gives to one of its supertypes, however far up, such as the target of an
     * {@code AttributeConverter}.
     */
    Optional<TypeMirror> argument(TypeMirror type, String supertype, int index) {
        return asSuper(type, supertype)
                .map(DeclaredType::getTypeArguments)
                .filter(arguments -> arguments.size() > index)
                .map(arguments -> arguments.get(index));
    }

    private Optional<DeclaredType> asSuper(TypeMirror type, String supertype) {
        if (!(type instanceof DeclaredType declared) || type.getKind() != TypeKind.DECLARED) {
            return Optional.empty();
        }
        if (((TypeElement) declared.asElement()).getQualifiedName().contentEquals(supertype)) {
            return Optional.of(declared);
        }
        List<? extends TypeMirror> supertypes = types.directSupertypes(type);
        return supertypes.stream()
                .flatMap(each -> asSuper(each, supertype).stream())
                .findFirst();
    }

    /** The type of the wrapper for a primitive, any other type as it is. */
    TypeMirror boxed(TypeMirror type) {
        return type.getKind().isPrimitive()
                ? types.boxedClass(types.getPrimitiveType(type.getKind())).asType()
                : type;
    }

    boolean isSame(TypeMirror one, TypeMirror other) {
        return name(boxed(one)).equals(name(boxed(other)));
    }

    /** A class with its superclasses, nearest first. */
    List<String> lineage(TypeElement element) {
        List<String> names = new ArrayList<>();
        Optional<TypeElement> current = Optional.of(element);
        while (current.isPresent()) {
            names.add(current.get().getQualifiedName().toString());
            current = element(current.get().getSuperclass());
        }
        return names;
    }
}
