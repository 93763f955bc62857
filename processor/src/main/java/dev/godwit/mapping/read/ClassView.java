package dev.godwit.mapping.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** A class or record with its annotations and the members that attributes can be read through, in source order. */
public final class ClassView {

    private final ModelReader reader;
    private final TypeElement element;
    private final String name;
    private final Annotations annotations;
    private final List<Member> fields = new ArrayList<>();
    private final List<Member> getters = new ArrayList<>();
    private final List<Member> components = new ArrayList<>();

    ClassView(ModelReader reader, TypeElement element) {
        this.reader = reader;
        this.element = element;
        this.name = reader.elements().getBinaryName(element).toString();
        this.annotations = reader.annotations(element);
        for (Element each : element.getEnclosedElements()) {
            if (each.getKind() == ElementKind.FIELD) {
                addField(each);
            } else if (each.getKind() == ElementKind.METHOD) {
                addGetter((ExecutableElement) each);
            } else if (each.getKind() == ElementKind.RECORD_COMPONENT) {
                components.add(member(each.getSimpleName().toString(), each, Member.Kind.COMPONENT));
            }
        }
        addGeneratedGetters();
    }

    /** Getters that Lombok is going to write, where it has not run. They carry no mapping. */
    private void addGeneratedGetters() {
        for (Member field : fields) {
            LombokGetters.property(field, annotations)
                    .filter(property ->
                            getters.stream().noneMatch(getter -> getter.name().equals(property)))
                    .ifPresent(property -> getters.add(
                            new Member(property, field.element(), Member.Kind.GETTER, element, Annotations.NONE)));
        }
    }

    private void addField(Element field) {
        if (!field.getModifiers().contains(Modifier.STATIC)
                && !field.getModifiers().contains(Modifier.TRANSIENT)) {
            fields.add(member(field.getSimpleName().toString(), field, Member.Kind.FIELD));
        }
    }

    private void addGetter(ExecutableElement method) {
        propertyOf(method).ifPresent(property -> getters.add(member(property, method, Member.Kind.GETTER)));
    }

    /** The property that a method is the getter of, static methods left out. */
    public static Optional<String> propertyOf(ExecutableElement method) {
        if (!method.getParameters().isEmpty()
                || method.getReturnType().getKind() == TypeKind.VOID
                || method.getModifiers().contains(Modifier.STATIC)) {
            return Optional.empty();
        }
        String name = method.getSimpleName().toString();
        if (name.startsWith("get") && name.length() > 3) {
            return Optional.of(decapitalized(name.substring(3)));
        }
        return name.startsWith("is") && name.length() > 2 && isBoolean(method.getReturnType())
                ? Optional.of(decapitalized(name.substring(2)))
                : Optional.empty();
    }

    private static boolean isBoolean(TypeMirror type) {
        return type.getKind() == TypeKind.BOOLEAN || type.toString().equals("java.lang.Boolean");
    }

    private static String decapitalized(String text) {
        boolean acronym =
                text.length() > 1 && Character.isUpperCase(text.charAt(0)) && Character.isUpperCase(text.charAt(1));
        return acronym ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    private Member member(String attribute, Element each, Member.Kind kind) {
        return new Member(attribute, each, kind, element, reader.annotations(each));
    }

    public TypeElement element() {
        return element;
    }

    /** The binary name. */
    public String name() {
        return name;
    }

    public String simpleName() {
        return element.getSimpleName().toString();
    }

    public Annotations annotations() {
        return annotations;
    }

    public boolean has(String annotation) {
        return annotations.has(annotation);
    }

    public Place place() {
        return Place.of(element);
    }

    /** The class's own type, with its type variables as arguments. */
    public DeclaredType type() {
        return (DeclaredType) element.asType();
    }

    /** Fields that are neither static nor transient, even where annotated as transient. */
    public List<Member> fields() {
        return fields;
    }

    /** Getters that are not static, even where annotated as transient. */
    public List<Member> getters() {
        return getters;
    }

    public List<Member> components() {
        return components;
    }

    /** The superclass, unless it is {@code Object} or does not resolve. */
    public Optional<ClassView> superclass() {
        return element.getSuperclass() instanceof DeclaredType type && type.getKind() == TypeKind.DECLARED
                ? reader.classOf((TypeElement) type.asElement())
                        .filter(view -> !view.name.equals("java.lang.Object") && !view.name.equals("java.lang.Record"))
                : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClassView that && element.equals(that.element);
    }

    @Override
    public int hashCode() {
        return element.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
