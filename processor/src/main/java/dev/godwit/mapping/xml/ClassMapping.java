package dev.godwit.mapping.xml;

import static dev.godwit.mapping.xml.Laying.JPA;

import dev.godwit.mapping.Messages;
import dev.godwit.mapping.read.AnnotationEditor;
import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.mapping.read.Annotations;
import dev.godwit.mapping.read.ClassView;
import dev.godwit.mapping.read.Place;
import dev.godwit.model.Settings.HibernateLine;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * What one element of a mapping file says of a class and its members
 * ({@code org.hibernate.boot.models.xml.internal.ManagedTypeProcessor}).
 */
final class ClassMapping {

    private static final String FIELD = "FIELD";
    private static final String PROPERTY = "PROPERTY";

    /** A member by how it is accessed and the name of its attribute. */
    private record Key(String access, String attribute) {}

    private record Attribute(XmlNode node, boolean naturalId) {}

    private final XmlNode node;
    private final TypeElement type;
    private final Conversion conversion;
    private final boolean complete;
    private final HibernateLine line;
    private final Optional<String> statedAccess;
    private final Map<Key, Attribute> attributes = new HashMap<>();

    /**
     * @param complete whether annotations of all classes that mapping files name are without effect
     * @param unitAccess the access type of classes for which no file states one
     */
    ClassMapping(
            XmlNode node,
            TypeElement type,
            Conversion conversion,
            boolean complete,
            Optional<String> unitAccess,
            HibernateLine line) {
        this.line = line;
        this.node = node;
        this.type = type;
        this.conversion = conversion;
        this.complete = complete
                || node.attribute("metadata-complete").filter("true"::equals).isPresent();
        this.statedAccess = node.attribute("access")
                .or(() -> conversion.file().access())
                .or(() -> unitAccess)
                .map(Conversion::constant);
        Stream.concat(Stream.of(node), node.child("attributes").stream())
                .flatMap(holder -> holder.children().stream())
                .forEach(this::add);
    }

    private void add(XmlNode child) {
        if (child.name().equals("natural-id")) {
            child.children().stream()
                    .filter(part -> AttributeRules.concern(part.name()))
                    .forEach(part -> add(part, true));
        } else if (AttributeRules.concern(child.name())) {
            add(child, false);
        } else if (!child.name().equals("description")
                && node.child("attributes").stream()
                        .anyMatch(holder -> holder.children().contains(child))) {
            conversion.report(
                    Messages.unknownMappingElement(conversion.file().path(), child.line(), child.name(), "attributes"));
        }
    }

    private void add(XmlNode child, boolean naturalId) {
        String name = child.attribute("name").orElse("id");
        Key key = new Key(child.attribute("access").map(Conversion::constant).orElseGet(this::memberAccess), name);
        attributes.put(key, new Attribute(child, naturalId));
        boolean found = type.getEnclosedElements().stream()
                .flatMap(member -> key(member).stream())
                .anyMatch(key::equals);
        if (!found) {
            conversion.report(Messages.unknownMappedAttribute(
                    conversion.file().path(), child.line(), type.toString(), name, key.access));
        }
    }

    /** The access type of attributes that state none. */
    private String memberAccess() {
        return statedAccess
                .or(() -> complete ? Optional.empty() : annotatedAccess())
                .orElse(node.name().equals("embeddable") ? FIELD : PROPERTY);
    }

    /** By {@code @Access}, else by the class' own identifier. */
    private Optional<String> annotatedAccess() {
        Optional<String> stated = type.getAnnotationMirrors().stream()
                .filter(mirror -> mirror.getAnnotationType().toString().equals(JPA + "Access"))
                .flatMap(mirror -> mirror.getElementValues().values().stream())
                .map(value -> value.getValue().toString())
                .findFirst();
        return stated.or(() -> type.getEnclosedElements().stream()
                .filter(ClassMapping::isId)
                .flatMap(member -> key(member).stream())
                .map(Key::access)
                .sorted()
                .findFirst());
    }

    private static boolean isId(Element member) {
        return member.getAnnotationMirrors().stream()
                .map(mirror -> mirror.getAnnotationType().toString())
                .anyMatch(name -> name.equals(JPA + "Id") || name.equals(JPA + "EmbeddedId"));
    }

    private static Optional<Key> key(Element member) {
        if (member.getKind() == ElementKind.FIELD) {
            return Optional.of(new Key(FIELD, member.getSimpleName().toString()));
        }
        return member instanceof ExecutableElement method
                ? ClassView.propertyOf(method).map(property -> new Key(PROPERTY, property))
                : Optional.empty();
    }

    /** The annotations of the class or of one of its members, with what the file says. */
    Annotations over(Element element, Annotations annotations) {
        AnnotationEditor editor =
                new AnnotationEditor(conversion.reader(), Place.of(element), annotations, !line.mergesMappingFiles());
        if (complete) {
            editor.removeIf(ClassMapping::maps);
        }
        Laying laying = new Laying(conversion, editor);
        if (element.equals(type)) {
            ClassRules.apply(node, laying);
            classAccess().ifPresent(access -> editor.merge(JPA + "Access", Map.of("value", access)));
        } else {
            key(element).map(attributes::get).ifPresent(attribute -> {
                AttributeRules.apply(attribute.node, key(element).orElseThrow().access, laying);
                if (attribute.naturalId) {
                    editor.merge(Laying.HIB + "NaturalId", Map.of());
                }
            });
        }
        return editor.annotations();
    }

    /** What is stamped on the class; an override leaves open what no file states. */
    private Optional<String> classAccess() {
        return switch (node.name()) {
            case "entity" -> complete ? Optional.of(memberAccess()) : statedAccess;
            case "mapped-superclass" -> statedAccess;
            case "embeddable" -> complete ? statedAccess : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Whether an annotation is one of those that a complete mapping file puts aside. */
    private static boolean maps(AnnotationView view) {
        return view.name().startsWith(JPA)
                || view.name().startsWith(Laying.HIB)
                || view.meta().all().stream().anyMatch(meta -> meta.name().startsWith(Laying.HIB));
    }
}
