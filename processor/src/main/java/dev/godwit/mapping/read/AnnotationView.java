package dev.godwit.mapping.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * One annotation, with typed access to its values.
 *
 * <p>A value that is not stated is the default that the annotation's own declaration gives. A value of another kind
 * than asked for (as in code that does not compile) reads as absent, which is {@code ""}, {@code false}, {@code 0} or
 * an empty list.
 */
public final class AnnotationView {

    private final ModelReader reader;
    private final AnnotationType type;
    private final Map<String, Object> values;
    private final Place place;

    /** A view of an annotation in source or byte code. */
    AnnotationView(ModelReader reader, AnnotationType type, AnnotationMirror mirror, Optional<Element> element) {
        this.reader = reader;
        this.type = type;
        this.place = new Place(element, Optional.of(mirror), Optional.empty());
        this.values = new HashMap<>();
        mirror.getElementValues()
                .forEach((method, value) -> values.put(method.getSimpleName().toString(), value));
    }

    /** A view of an annotation that a mapping file stands for; values as {@link #raw} lists them. */
    AnnotationView(ModelReader reader, AnnotationType type, Map<String, Object> values, Place place) {
        this.reader = reader;
        this.type = type;
        this.place = place;
        this.values = Map.copyOf(values);
    }

    /** The annotation's qualified name. */
    public String name() {
        return type.name();
    }

    /** Whether the value is stated, even if it is the default. */
    public boolean isSet(String attribute) {
        return values.containsKey(attribute);
    }

    public String string(String attribute) {
        return read(attribute, Values::string).orElse("");
    }

    /** The string, unless it is empty, which is how annotations say that nothing is stated. */
    public Optional<String> text(String attribute) {
        return read(attribute, Values::string).filter(text -> !text.isEmpty());
    }

    public boolean bool(String attribute) {
        return read(attribute, raw -> raw instanceof Boolean flag ? Optional.of(flag) : Optional.empty())
                .orElse(false);
    }

    public int integer(String attribute) {
        return (int) number(attribute);
    }

    public long number(String attribute) {
        return read(attribute, raw -> raw instanceof Number number ? Optional.of(number.longValue()) : Optional.empty())
                .orElse(0L);
    }

    /** The simple name of an enum constant, {@code ""} where there is none. */
    public String constant(String attribute) {
        return read(attribute, Values::constant).orElse("");
    }

    public List<String> constants(String attribute) {
        return list(attribute, Values::constant);
    }

    /** A class value other than {@code void}. */
    public Optional<TypeMirror> type(String attribute) {
        return read(attribute, Values::type).filter(mirror -> mirror.getKind() != TypeKind.VOID);
    }

    public List<TypeMirror> types(String attribute) {
        return list(attribute, Values::type);
    }

    public Optional<AnnotationView> annotation(String attribute) {
        return read(attribute, this::nested);
    }

    public List<AnnotationView> annotations(String attribute) {
        return list(attribute, this::nested);
    }

    public List<String> strings(String attribute) {
        return list(attribute, Values::string);
    }

    /** Whether the annotation's own declaration carries this annotation. */
    public boolean isAnnotatedWith(String annotation) {
        return type.annotations().has(annotation);
    }

    /** The annotations of the annotation's own declaration. */
    public Annotations meta() {
        return type.annotations();
    }

    boolean isContainerOf(String annotation) {
        return type.contained().filter(annotation::equals).isPresent();
    }

    /** The values that are stated, by name. */
    Map<String, Object> stated() {
        return values;
    }

    /** What a container holds; empty for an annotation that is no container. */
    List<AnnotationView> contained() {
        return type.contained().isPresent() ? annotations("value") : List.of();
    }

    /** Where the annotation stands. */
    public Place place() {
        return place;
    }

    /** Where a value of the annotation stands; the annotation itself where the value is a default. */
    public Place place(String attribute) {
        return values.get(attribute) instanceof AnnotationValue value
                ? new Place(place.element(), place.annotation(), Optional.of(value))
                : place;
    }

    private Optional<AnnotationView> nested(Object raw) {
        if (raw instanceof AnnotationView view) {
            return Optional.of(view);
        }
        return raw instanceof AnnotationMirror mirror ? reader.view(mirror, place.element()) : Optional.empty();
    }

    private <T> Optional<T> read(String attribute, Function<Object, Optional<T>> reading) {
        return raw(attribute).flatMap(reading);
    }

    private <T> List<T> list(String attribute, Function<Object, Optional<T>> reading) {
        List<T> all = new ArrayList<>();
        raw(attribute).ifPresent(raw -> {
            if (raw instanceof List<?> elements) {
                elements.forEach(each -> reading.apply(unwrapped(each)).ifPresent(all::add));
            } else {
                reading.apply(raw).ifPresent(all::add);
            }
        });
        return all;
    }

    /** String, Boolean, Number, VariableElement or its name, TypeMirror, AnnotationMirror or view, or a list of these. */
    private Optional<Object> raw(String attribute) {
        Object stated = values.get(attribute);
        return stated != null
                ? Optional.of(unwrapped(stated))
                : type.defaultOf(attribute).map(AnnotationView::unwrapped);
    }

    private static Object unwrapped(Object value) {
        return value instanceof AnnotationValue wrapper ? wrapper.getValue() : value;
    }

    private static final class Values {
        static Optional<String> string(Object raw) {
            return raw instanceof String text ? Optional.of(text) : Optional.empty();
        }

        static Optional<String> constant(Object raw) {
            return raw instanceof VariableElement constant
                    ? Optional.of(constant.getSimpleName().toString())
                    : string(raw);
        }

        static Optional<TypeMirror> type(Object raw) {
            return raw instanceof TypeMirror mirror ? Optional.of(mirror) : Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "@" + name();
    }
}
