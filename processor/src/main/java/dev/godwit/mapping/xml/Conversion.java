package dev.godwit.mapping.xml;

import dev.godwit.mapping.Diagnostics;
import dev.godwit.mapping.Message;
import dev.godwit.mapping.Messages;
import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.mapping.read.ModelReader;
import dev.godwit.mapping.read.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Makes annotations of elements of one file. What an annotation takes is read from its own declaration: a value is an
 * attribute or a child of the same name, written with hyphens.
 */
final class Conversion {

    /** Values that have another name in mapping files, by their own name or by annotation and name. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("check", "check-constraint"),
            Map.entry("columnNames", "column-name"),
            Map.entry("indexes", "index"),
            Map.entry("inverseJoinColumns", "inverse-join-column"),
            Map.entry("joinColumns", "join-column"),
            Map.entry("pkJoinColumns", "primary-key-join-column"),
            Map.entry("uniqueConstraints", "unique-constraint"),
            Map.entry("ConverterRegistration.domainType", "class"),
            Map.entry("DiscriminatorFormula.value", "fragment"),
            Map.entry("ForeignKey.value", "constraint-mode"),
            Map.entry("GenericGenerator.parameters", "parameter"),
            Map.entry("GenericGenerator.strategy", "class"),
            Map.entry("IdClass.value", "class"),
            Map.entry("JavaTypeRegistration.descriptorClass", "descriptor"),
            Map.entry("JavaTypeRegistration.javaType", "class"),
            Map.entry("JdbcTypeRegistration.registrationCode", "code"),
            Map.entry("JdbcTypeRegistration.value", "descriptor"),
            Map.entry("MapKeyClass.value", "class"),
            Map.entry("TypeRegistration.basicClass", "class"),
            Map.entry("TypeRegistration.userType", "descriptor"));

    /** Annotations that take schema and catalog from the file where they state none. */
    private static final Set<String> IN_FILE_SCHEMA = Set.of("Table", "JoinTable", "CollectionTable");

    private final MappingFile file;
    private final ModelReader reader;
    private final Diagnostics diagnostics;
    private final Place place;

    /** @param place where messages and annotations belong */
    Conversion(MappingFile file, ModelReader reader, Diagnostics diagnostics, Place place) {
        this.file = file;
        this.reader = reader;
        this.diagnostics = diagnostics;
        this.place = place;
    }

    MappingFile file() {
        return file;
    }

    ModelReader reader() {
        return reader;
    }

    Place place() {
        return place;
    }

    void report(Message message) {
        diagnostics.report(message, place);
    }

    /** One annotation for each element. */
    List<AnnotationView> views(String annotation, List<XmlNode> nodes) {
        return nodes.stream()
                .flatMap(node -> view(annotation, values(annotation, node)).stream())
                .toList();
    }

    Optional<AnnotationView> view(String annotation, Map<String, Object> values) {
        return reader.synthetic(annotation, values, place);
    }

    /** What an element states of an annotation's values. Lists of annotations are stated even where they are empty. */
    Map<String, Object> values(String annotation, XmlNode node) {
        TypeElement type = reader.elements().getTypeElement(annotation);
        if (type == null) {
            return Map.of();
        }
        String simple = type.getSimpleName().toString();
        Map<String, Object> values = new HashMap<>();
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            String value = method.getSimpleName().toString();
            String name = NAMES.getOrDefault(simple + "." + value, NAMES.getOrDefault(value, hyphenated(value)));
            read(method.getReturnType(), name, node).ifPresent(read -> values.put(value, read));
        }
        if (IN_FILE_SCHEMA.contains(simple)) {
            schemaOfFile().forEach(values::putIfAbsent);
        }
        if (simple.equals("JoinTable")) {
            values.values().removeIf(List.of()::equals);
        }
        return values;
    }

    /** The schema and catalog that the file gives to tables without. */
    Map<String, Object> schemaOfFile() {
        Map<String, Object> values = new HashMap<>();
        file.root().text("schema").ifPresent(schema -> values.put("schema", schema));
        file.root().text("catalog").ifPresent(catalog -> values.put("catalog", catalog));
        return values;
    }

    private static String hyphenated(String value) {
        return value.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private Optional<Object> read(TypeMirror type, String name, XmlNode node) {
        if (type instanceof ArrayType array) {
            return readAll(array.getComponentType(), name, node);
        }
        if (isAnnotation(type)) {
            return node.child(name)
                    .flatMap(child -> view(reader.erasedName(type), values(reader.erasedName(type), child)));
        }
        return node.attribute(name).or(() -> node.text(name)).flatMap(text -> parsed(type, text, node));
    }

    private Optional<Object> readAll(TypeMirror type, String name, XmlNode node) {
        if (isAnnotation(type)) {
            return Optional.of(views(reader.erasedName(type), node.children(name)));
        }
        List<String> texts = node.children(name).stream().map(XmlNode::text).toList();
        return texts.isEmpty() || !reader.erasedName(type).equals("java.lang.String")
                ? Optional.empty()
                : Optional.of(texts);
    }

    private Optional<Object> parsed(TypeMirror type, String text, XmlNode node) {
        return switch (type.getKind()) {
            case BOOLEAN -> Optional.of(text.equals("true") || text.equals("1"));
            case INT, LONG -> number(text, node);
            default ->
                reader.erasedName(type).equals("java.lang.Class")
                        ? type(text, node).map(Object.class::cast)
                        : Optional.of(isEnum(type) ? constant(text) : text);
        };
    }

    /** The name of an enum's constant, which files may write in lower case and with hyphens. */
    static String constant(String text) {
        return text.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }

    /** A text as the {@code value} of an annotation. */
    Optional<Object> value(String annotation, String text, XmlNode at) {
        return Optional.ofNullable(reader.elements().getTypeElement(annotation)).stream()
                .flatMap(type -> ElementFilter.methodsIn(type.getEnclosedElements()).stream())
                .filter(method -> method.getSimpleName().contentEquals("value"))
                .findFirst()
                .flatMap(method -> parsed(method.getReturnType(), text, at));
    }

    private Optional<Object> number(String text, XmlNode node) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            report(Messages.noNumber(file.path(), node.line(), text));
            return Optional.empty();
        }
    }

    /** A class that an element names, in the file's package where it has none. */
    Optional<TypeMirror> type(String text, XmlNode node) {
        Optional<TypeMirror> found = JavaNames.primitive(text, reader.types())
                .or(() -> Optional.ofNullable(reader.elements()
                                .getTypeElement(JavaNames.shorthand(text)
                                        .orElseGet(() -> file.qualified(text))
                                        .replace('$', '.')))
                        .map(TypeElement::asType)
                        .map(reader.types()::erasure));
        if (found.isEmpty()) {
            report(Messages.unknownMappedClass(file.path(), node.line(), file.qualified(text)));
        }
        return found;
    }

    private static boolean isAnnotation(TypeMirror type) {
        return isKind(type, ElementKind.ANNOTATION_TYPE);
    }

    private static boolean isEnum(TypeMirror type) {
        return isKind(type, ElementKind.ENUM);
    }

    private static boolean isKind(TypeMirror type, ElementKind kind) {
        return type instanceof DeclaredType declared && declared.asElement().getKind() == kind;
    }
}
