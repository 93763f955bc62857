package dev.godwit.mapping.type;

import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.mapping.read.Annotations;
import dev.godwit.mapping.read.ModelReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/**
 * Types that classes, packages and mapping files register for the whole persistence unit: {@code @TypeRegistration},
 * {@code @CompositeTypeRegistration}, {@code @JavaTypeRegistration}, {@code @JdbcTypeRegistration}.
 */
public final class Registrations {

    private static final String PACKAGE = "org.hibernate.annotations.";
    private static final String USER_TYPE = PACKAGE + "TypeRegistration";
    private static final String COMPOSITE_USER_TYPE = PACKAGE + "CompositeTypeRegistration";
    private static final String JAVA_TYPE = PACKAGE + "JavaTypeRegistration";
    private static final String JDBC_TYPE = PACKAGE + "JdbcTypeRegistration";

    private final TypeNames names;
    private final Map<String, TypeMirror> userTypes = new HashMap<>();
    private final Map<String, TypeMirror> compositeUserTypes = new HashMap<>();
    private final Map<String, TypeMirror> javaTypes = new HashMap<>();
    private final List<AnnotationView> jdbcTypes = new ArrayList<>();

    public Registrations(ModelReader reader, Collection<Annotations> registering) {
        this.names = new TypeNames(reader.elements(), reader.types());
        registering.forEach(annotations -> {
            read(annotations.all(USER_TYPE), "basicClass", "userType", userTypes);
            read(annotations.all(COMPOSITE_USER_TYPE), "embeddableClass", "userType", compositeUserTypes);
            read(annotations.all(JAVA_TYPE), "javaType", "descriptorClass", javaTypes);
            jdbcTypes.addAll(annotations.all(JDBC_TYPE));
        });
    }

    private void read(List<AnnotationView> all, String type, String descriptor, Map<String, TypeMirror> into) {
        all.forEach(view -> view.type(type)
                .ifPresent(key -> view.type(descriptor).ifPresent(value -> into.putIfAbsent(names.name(key), value))));
    }

    /** The {@code UserType} for values of a type. */
    Optional<TypeMirror> userType(TypeMirror type) {
        return Optional.ofNullable(userTypes.get(names.name(type)));
    }

    /** The {@code CompositeUserType} for values of a type. */
    Optional<TypeMirror> compositeUserType(TypeMirror type) {
        return Optional.ofNullable(compositeUserTypes.get(names.name(type)));
    }

    /** The {@code JavaType} for values of a type. */
    Optional<TypeMirror> javaType(TypeMirror type) {
        return Optional.ofNullable(javaTypes.get(names.name(type)));
    }

    /** The uses of {@code @JdbcTypeRegistration}. */
    List<AnnotationView> jdbcTypes() {
        return jdbcTypes;
    }
}
