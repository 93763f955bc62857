package dev.godwit.mapping.type;

import dev.godwit.mapping.Diagnostics;
import dev.godwit.mapping.Messages;
import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.mapping.read.Annotations;
import dev.godwit.mapping.read.ModelReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * What a user's own {@code UserType}, {@code CompositeUserType}, {@code JavaType} and {@code JdbcType} classes say about
 * columns. Hibernate asks instances; here the methods that answer are read, as far as that goes.
 */
public final class UserTypes {

    private static final String COMPOSITE_TYPE = "org.hibernate.annotations.CompositeType";
    private static final String MAP_KEY_COMPOSITE_TYPE = "org.hibernate.annotations.MapKeyCompositeType";

    private final TypeNames names;
    private final Registrations registrations;
    private final StoredValues values;
    private final Map<Integer, SqlCode> jdbcTypes = new HashMap<>();

    /** @param diagnostics takes a warning for each registered JDBC type whose column type cannot be known here */
    public UserTypes(ModelReader reader, Registrations registrations, StoredValues values, Diagnostics diagnostics) {
        this.names = new TypeNames(reader.elements(), reader.types());
        this.registrations = registrations;
        this.values = values;
        registrations.jdbcTypes().forEach(view -> readJdbcType(view, diagnostics));
    }

    private void readJdbcType(AnnotationView view, Diagnostics diagnostics) {
        Optional<SqlCode> stored = view.type("value").flatMap(this::jdbcType);
        if (stored.isEmpty()) {
            diagnostics.report(
                    Messages.notUnderstood(
                            "The JDBC type "
                                    + view.type("value")
                                            .map(TypeMirror::toString)
                                            .orElse(""),
                            "State the type of the columns that it is for by @Column(columnDefinition = ...)."),
                    view.place());
            return;
        }
        int number = view.isSet("registrationCode")
                ? view.integer("registrationCode")
                : stored.get().number();
        jdbcTypes.putIfAbsent(number, stored.get());
    }

    /** The class whose attributes a {@code CompositeUserType} makes columns of, for an attribute or its elements. */
    public Optional<TypeMirror> embeddable(Annotations annotations, TypeMirror type) {
        return embeddableOf(annotations, COMPOSITE_TYPE, type);
    }

    /** The same for the key of a map. */
    public Optional<TypeMirror> embeddableKey(Annotations annotations, TypeMirror type) {
        return embeddableOf(annotations, MAP_KEY_COMPOSITE_TYPE, type);
    }

    private Optional<TypeMirror> embeddableOf(Annotations annotations, String stating, TypeMirror type) {
        return annotations
                .get(stating)
                .or(() -> annotations.annotatedWith(stating).stream()
                        .findFirst()
                        .flatMap(view -> view.meta().get(stating)))
                .flatMap(view -> view.type("value"))
                .or(() -> registrations.compositeUserType(type))
                .flatMap(userType -> returned(userType, "embeddable", 0))
                .filter(TypeElement.class::isInstance)
                .map(element -> ((TypeElement) element).asType());
    }

    /** The user type of a value: the one that its annotations name, else the one registered for its type. */
    Optional<TypeMirror> userType(BasicSource source, Indications indications) {
        Optional<TypeMirror> stated = indications.userType().flatMap(view -> view.type("value"));
        boolean takesRegistered = source.converter().isEmpty()
                && !source.role().userType().isEmpty()
                && indications.javaType().isEmpty();
        return stated.or(() -> takesRegistered ? registrations.userType(source.type()) : Optional.empty());
    }

    /** The code that {@code UserType.getSqlType} returns. */
    Optional<SqlCode> code(TypeMirror userType) {
        return returned(userType, "getSqlType", 0).flatMap(this::code);
    }

    /** The {@code JavaType} class registered for a type. */
    Optional<TypeMirror> registeredJavaType(TypeMirror type) {
        return registrations.javaType(type);
    }

    /** The code that a {@code JavaType} recommends. */
    Optional<SqlCode> recommendedBy(TypeMirror javaType) {
        return returned(javaType, "getRecommendedJdbcType", 1).flatMap(this::code);
    }

    /** The code of a {@code JdbcType}: one of Hibernate's own by its name, any other by what it returns. */
    Optional<SqlCode> jdbcType(TypeMirror type) {
        return names.element(type).flatMap(element -> {
            boolean shipped = element.getQualifiedName().toString().startsWith("org.hibernate.type.");
            Optional<SqlCode> own = shipped
                    ? Optional.empty()
                    : Stream.of("getDdlTypeCode", "getDefaultSqlTypeCode", "getJdbcTypeCode")
                            .flatMap(method -> returned(type, method, 0).stream())
                            .flatMap(value -> code(value).stream())
                            .findFirst();
            return own.or(() -> KnownClasses.jdbcType(element, names));
        });
    }

    /** The code that a number stands for: one registered by the model, else one of {@code SqlTypes}. */
    Optional<SqlCode> code(int number) {
        return Optional.ofNullable(jdbcTypes.get(number)).or(() -> SqlCode.of(number));
    }

    /** The code by which values of a code are stored. */
    SqlCode stored(SqlCode code) {
        return jdbcTypes.getOrDefault(code.number(), code);
    }

    private Optional<SqlCode> code(Object value) {
        if (value instanceof Integer number) {
            return code(number.intValue());
        }
        return value instanceof TypeElement type ? KnownClasses.jdbcType(type, names) : Optional.empty();
    }

    private Optional<Object> returned(TypeMirror type, String method, int parameters) {
        return names.element(type).flatMap(element -> values.returned(element, method, parameters));
    }
}
