package dev.godwit.mapping.type;

import dev.godwit.mapping.Diagnostics;
import dev.godwit.mapping.Messages;
import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.mapping.read.Annotations;
import dev.godwit.mapping.read.ModelReader;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/**
 * Types that classes, packages and mapping files register for the whole persistence unit: {@code @TypeRegistration},
 * {@code @JavaTypeRegistration}, {@code @JdbcTypeRegistration}.
 */
public final class Registrations {

    private static final String PACKAGE = "org.hibernate.annotations.";
    private static final String USER_TYPE = PACKAGE + "TypeRegistration";
    private static final String JAVA_TYPE = PACKAGE + "JavaTypeRegistration";
    private static final String JDBC_TYPE = PACKAGE + "JdbcTypeRegistration";

    private final TypeNames names;
    private final Map<String, TypeMirror> userTypes = new HashMap<>();
    private final Map<String, TypeMirror> javaTypes = new HashMap<>();
    private final Map<SqlCode, SqlCode> jdbcTypes = new EnumMap<>(SqlCode.class);

    /** @param diagnostics takes a warning for each JDBC type whose column type cannot be known here */
    public Registrations(ModelReader reader, Collection<Annotations> registering, Diagnostics diagnostics) {
        this.names = new TypeNames(reader.elements(), reader.types());
        registering.forEach(annotations -> {
            read(annotations.all(USER_TYPE), "basicClass", "userType", userTypes);
            read(annotations.all(JAVA_TYPE), "javaType", "descriptorClass", javaTypes);
            annotations.all(JDBC_TYPE).forEach(view -> readJdbcType(view, diagnostics));
        });
    }

    private void read(List<AnnotationView> all, String type, String descriptor, Map<String, TypeMirror> into) {
        all.forEach(view -> view.type(type)
                .ifPresent(key -> view.type(descriptor).ifPresent(value -> into.putIfAbsent(names.name(key), value))));
    }

    private void readJdbcType(AnnotationView view, Diagnostics diagnostics) {
        Optional<SqlCode> stored =
                view.type("value").flatMap(names::element).flatMap(element -> KnownClasses.jdbcType(element, names));
        Optional<SqlCode> registered =
                view.isSet("registrationCode") ? SqlCode.of(view.integer("registrationCode")) : stored;
        if (stored.isEmpty()) {
            diagnostics.report(
                    Messages.notUnderstood(
                            "The JDBC type "
                                    + view.type("value")
                                            .map(TypeMirror::toString)
                                            .orElse(""),
                            "State the type of the columns that it is for by @Column(columnDefinition = ...)."),
                    view.place());
        }
        registered.ifPresent(code -> stored.ifPresent(other -> jdbcTypes.putIfAbsent(code, other)));
    }

    /** The {@code UserType} for values of a type. */
    Optional<TypeMirror> userType(TypeMirror type) {
        return Optional.ofNullable(userTypes.get(names.name(type)));
    }

    /** The {@code JavaType} for values of a type. */
    Optional<TypeMirror> javaType(TypeMirror type) {
        return Optional.ofNullable(javaTypes.get(names.name(type)));
    }

    /** The code by which values of a code are stored. */
    SqlCode stored(SqlCode code) {
        return jdbcTypes.getOrDefault(code, code);
    }
}
