package dev.godwit.mapping.type;

import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.mapping.read.Annotations;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/**
 * What an attribute's annotations say about the storage of one of its basic values. Hibernate finds most of them on
 * annotations of the attribute's annotations, too.
 */
record Indications(BasicSource.Role role, Annotations annotations, TypeSettings settings, boolean converted) {

    private static final String JPA = "jakarta.persistence.";
    private static final String HIBERNATE = "org.hibernate.annotations.";

    static Indications of(BasicSource source, TypeSettings settings) {
        return new Indications(source.role(), source.annotations(), settings, false);
    }

    /** The same for the column's side of a converter, which {@code @Temporal} and {@code @Enumerated} do not reach. */
    Indications behindConverter() {
        return new Indications(role, annotations, settings, true);
    }

    boolean isLob() {
        return role.takesLob() && annotations.has(JPA + "Lob");
    }

    boolean isNationalized() {
        return settings.nationalized() || find(HIBERNATE + "Nationalized").isPresent();
    }

    /** {@code ORDINAL} or {@code STRING}; ordinal unless stated. */
    boolean isEnumByName() {
        return !converted
                && annotations
                        .get(JPA + (role.isKey() ? "MapKeyEnumerated" : "Enumerated"))
                        .filter(view -> view.constant("value").equals("STRING"))
                        .isPresent();
    }

    /** {@code DATE}, {@code TIME} or {@code TIMESTAMP}. */
    Optional<String> temporal() {
        return annotations
                .get(JPA + (role.isKey() ? "MapKeyTemporal" : "Temporal"))
                .filter(view -> !converted)
                .map(view -> view.constant("value"));
    }

    TypeSettings.ZoneStorage zoneStorage() {
        return annotations
                .get(HIBERNATE + "TimeZoneStorage")
                .map(view -> view.constant("value"))
                .filter(value -> !value.equals("DEFAULT"))
                .map(TypeSettings::zoneStorage)
                .orElseGet(settings::zoneStorage);
    }

    /** The number that {@code @JdbcTypeCode} states. */
    Optional<Integer> jdbcTypeCode() {
        return find(role.jdbcTypeCode()).map(view -> view.integer("value"));
    }

    /** The class that {@code @JdbcType} states. */
    Optional<TypeMirror> jdbcType() {
        return find(role.jdbcType()).flatMap(view -> view.type("value"));
    }

    /** The class that {@code @JavaType} states. */
    Optional<TypeMirror> javaType() {
        return find(role.javaType()).flatMap(view -> view.type("value"));
    }

    /** The class of a user type. */
    Optional<AnnotationView> userType() {
        return role.userType().isEmpty() ? Optional.empty() : find(role.userType());
    }

    /** The Java type that the annotations state instead of the declared one. */
    Optional<TypeMirror> statedType() {
        return switch (role) {
            case ANY_KEY -> find(HIBERNATE + "AnyKeyJavaClass").flatMap(view -> view.type("value"));
            case COLLECTION_ID -> find(HIBERNATE + "CollectionIdJavaClass").flatMap(view -> view.type("idType"));
            default -> Optional.empty();
        };
    }

    private Optional<AnnotationView> find(String name) {
        return annotations
                .get(name)
                .or(() -> annotations.annotatedWith(name).stream()
                        .findFirst()
                        .flatMap(view -> view.meta().get(name)));
    }
}
