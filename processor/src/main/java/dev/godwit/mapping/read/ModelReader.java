package dev.godwit.mapping.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Makes views of classes and annotations, each once. Lives as long as one round of a compilation. */
public final class ModelReader {

    private final Elements elements;
    private final Types types;
    private final Overlay overlay;
    private final Map<Element, Annotations> annotations = new HashMap<>();
    private Optional<Annotations> unit = Optional.empty();
    private final Map<TypeElement, AnnotationType> annotationTypes = new HashMap<>();
    private final Map<TypeElement, ClassView> classes = new HashMap<>();

    public ModelReader(Elements elements, Types types) {
        this(elements, types, Overlay.NONE);
    }

    /** A reader over whose annotations stands what {@code overlay} says. */
    public ModelReader(Elements elements, Types types, Overlay overlay) {
        this.elements = elements;
        this.types = types;
        this.overlay = overlay;
    }

    public Elements elements() {
        return elements;
    }

    public Types types() {
        return types;
    }

    /** The view of a class; empty for what is no class, such as an unresolved name. */
    public Optional<ClassView> classOf(TypeElement element) {
        if (element.asType().getKind() != TypeKind.DECLARED) {
            return Optional.empty();
        }
        ClassView known = classes.get(element);
        if (known == null) {
            known = new ClassView(this, element);
            classes.put(element, known);
        }
        return Optional.of(known);
    }

    /** The view of the class that a type is an instance of; empty for primitives, arrays and type variables. */
    public Optional<ClassView> classOf(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                ? classOf((TypeElement) ((DeclaredType) type).asElement())
                : Optional.empty();
    }

    /** The class of this binary or canonical name, if it is in the compilation or on its class path. */
    public Optional<ClassView> classNamed(String name) {
        return Optional.ofNullable(elements.getTypeElement(name.replace('$', '.')))
                .flatMap(this::classOf);
    }

    public Annotations annotations(Element element) {
        Annotations known = annotations.get(element);
        if (known == null) {
            known = overlay.over(element, read(element), this);
            annotations.put(element, known);
        }
        return known;
    }

    /** What is declared for the persistence unit as a whole. */
    public Annotations unit() {
        if (unit.isEmpty()) {
            unit = Optional.of(overlay.unit(this));
        }
        return unit.get();
    }

    private Annotations read(Element element) {
        List<? extends AnnotationMirror> mirrors = element.getAnnotationMirrors();
        if (mirrors.isEmpty()) {
            return Annotations.NONE;
        }
        List<AnnotationView> views = new ArrayList<>(mirrors.size());
        mirrors.forEach(mirror -> view(mirror, Optional.of(element)).ifPresent(views::add));
        return new Annotations(views);
    }

    Optional<AnnotationView> view(AnnotationMirror mirror, Optional<Element> element) {
        DeclaredType type = mirror.getAnnotationType();
        return type.getKind() == TypeKind.DECLARED
                ? Optional.of(new AnnotationView(this, typeOf((TypeElement) type.asElement()), mirror, element))
                : Optional.empty();
    }

    /**
     * A view of an annotation that is not in the source.
     *
     * @param name its qualified name
     * @param values text, booleans, numbers, names of constants, type mirrors, views, or lists of these
     * @return empty when the annotation is not on the class path
     */
    public Optional<AnnotationView> synthetic(String name, Map<String, Object> values, Place place) {
        return Optional.ofNullable(elements.getTypeElement(name))
                .map(element -> new AnnotationView(this, typeOf(element), values, place));
    }

    private AnnotationType typeOf(TypeElement element) {
        AnnotationType known = annotationTypes.get(element);
        if (known == null) {
            known = new AnnotationType(this, element);
            annotationTypes.put(element, known);
        }
        return known;
    }

    /** The type of a member as seen from a class that declares or inherits it, its type variables filled in. */
    public TypeMirror typeOf(Member member, DeclaredType owner) {
        TypeMirror declared = member.declaredType();
        if (declared.getKind().isPrimitive()
                || member.declaring().getTypeParameters().isEmpty()) {
            return declared;
        }
        TypeMirror seen = types.asMemberOf(owner, member.element());
        return member.element() instanceof ExecutableElement && seen instanceof ExecutableType executable
                ? executable.getReturnType()
                : seen;
    }

    /** The qualified name of the class of a type without its arguments; the type's own text for what is no class. */
    public String erasedName(TypeMirror type) {
        TypeMirror erased = types.erasure(type);
        return erased.getKind() == TypeKind.DECLARED
                ? ((TypeElement) ((DeclaredType) erased).asElement())
                        .getQualifiedName()
                        .toString()
                : erased.toString();
    }
}
