package dev.godwit.mapping.bind;

import dev.godwit.mapping.read.ClassView;
import dev.godwit.mapping.read.ModelReader;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/** Questions about the types of attributes. */
final class TypeInfo {

    private final ModelReader reader;
    private final Types types;
    private final Optional<TypeMirror> collection;
    private final Optional<TypeMirror> map;

    TypeInfo(ModelReader reader) {
        this.reader = reader;
        this.types = reader.types();
        this.collection = erased("java.util.Collection");
        this.map = erased("java.util.Map");
    }

    private Optional<TypeMirror> erased(String name) {
        TypeElement element = reader.elements().getTypeElement(name);
        return element == null ? Optional.empty() : Optional.of(types.erasure(element.asType()));
    }

    /** Whether an instance of the type is one of the class of this name. */
    boolean isA(TypeMirror type, String name) {
        return type.getKind() == TypeKind.DECLARED
                && erased(name)
                        .filter(other -> types.isSubtype(types.erasure(type), other))
                        .isPresent();
    }

    private boolean isA(TypeMirror type, Optional<TypeMirror> other) {
        return type.getKind() == TypeKind.DECLARED
                && other.filter(each -> types.isSubtype(types.erasure(type), each))
                        .isPresent();
    }

    boolean isMap(TypeMirror type) {
        return isA(type, map);
    }

    boolean isPlural(TypeMirror type) {
        return type.getKind() == TypeKind.ARRAY || isA(type, collection) || isMap(type);
    }

    /** The element of an array or collection, the value of a map, the type itself where it is none of these. */
    TypeMirror element(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return array.getComponentType();
        }
        if (isMap(type)) {
            return argument(type, map, 1);
        }
        return isA(type, collection) ? argument(type, collection, 0) : type;
    }

    TypeMirror mapKey(TypeMirror type) {
        return isMap(type) ? argument(type, map, 0) : type;
    }

    private TypeMirror argument(TypeMirror type, Optional<TypeMirror> as, int index) {
        return as.flatMap(target -> find(type, target))
                .map(DeclaredType::getTypeArguments)
                .filter(arguments -> arguments.size() > index)
                .<TypeMirror>map(arguments -> bound(arguments.get(index)))
                .orElseGet(() ->
                        reader.elements().getTypeElement("java.lang.Object").asType());
    }

    private Optional<DeclaredType> find(TypeMirror type, TypeMirror target) {
        if (type instanceof DeclaredType declared && types.isSameType(types.erasure(type), target)) {
            return Optional.of(declared);
        }
        List<? extends TypeMirror> parents = types.directSupertypes(type);
        return parents.stream().flatMap(parent -> find(parent, target).stream()).findFirst();
    }

    /** The class that stands for a type variable or wildcard; other types as they are. */
    TypeMirror bound(TypeMirror type) {
        if (type instanceof TypeVariable variable) {
            return bound(variable.getUpperBound());
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard.getExtendsBound() == null
                    ? reader.elements().getTypeElement("java.lang.Object").asType()
                    : bound(wildcard.getExtendsBound());
        }
        return type;
    }

    Optional<ClassView> classOf(TypeMirror type) {
        return reader.classOf(bound(type));
    }

    /** The binary name of the class, or the text of what is none. */
    String nameOf(TypeMirror type) {
        return classOf(type).map(ClassView::name).orElseGet(type::toString);
    }
}
