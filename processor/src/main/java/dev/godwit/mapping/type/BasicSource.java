package dev.godwit.mapping.type;

import dev.godwit.mapping.read.Annotations;
import dev.godwit.mapping.read.Place;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/**
 * A basic value as the mapping declares it.
 *
 * @param role what the value is; it decides which annotations speak of it
 * @param type its Java type, with type variables resolved
 * @param annotations those of the attribute
 * @param size what is stated about the column
 * @param converter the converter class that applies, as {@link Converters} found it
 * @param place for messages
 */
public record BasicSource(
        Role role,
        TypeMirror type,
        Annotations annotations,
        ColumnSize size,
        Optional<TypeMirror> converter,
        Place place) {

    /** What a basic value is. */
    public enum Role {
        ATTRIBUTE("", "org.hibernate.annotations.Type"),
        ELEMENT("", "org.hibernate.annotations.Type"),
        MAP_KEY("MapKey", "org.hibernate.annotations.MapKeyType"),
        LIST_INDEX("ListIndex", ""),
        COLLECTION_ID("CollectionId", "org.hibernate.annotations.CollectionIdType"),
        ANY_KEY("AnyKey", ""),
        ANY_DISCRIMINATOR("", "");

        private static final String HIBERNATE = "org.hibernate.annotations.";

        private final String prefix;
        private final String userType;

        Role(String prefix, String userType) {
            this.prefix = prefix;
            this.userType = userType;
        }

        String jdbcTypeCode() {
            return HIBERNATE + prefix + "JdbcTypeCode";
        }

        String jdbcType() {
            return HIBERNATE + prefix + "JdbcType";
        }

        String javaType() {
            return HIBERNATE + prefix + "JavaType";
        }

        String userType() {
            return userType;
        }

        boolean isKey() {
            return this == MAP_KEY;
        }

        /** Whether {@code @Lob} on the attribute speaks of this value. */
        boolean takesLob() {
            return this != MAP_KEY && this != LIST_INDEX;
        }
    }

    /** An attribute without a converter. */
    public static BasicSource attribute(TypeMirror type, Annotations annotations, ColumnSize size, Place place) {
        return new BasicSource(Role.ATTRIBUTE, type, annotations, size, Optional.empty(), place);
    }

    public BasicSource withConverter(Optional<TypeMirror> other) {
        return new BasicSource(role, type, annotations, size, other, place);
    }

    BasicSource withType(TypeMirror other) {
        return new BasicSource(role, other, annotations, size, converter, place);
    }
}
