package dev.godwit.mapping.type;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * What a model's own code makes of values. Hibernate runs that code to find the values that a column may hold; here it
 * may be read, at best.
 */
public interface StoredValues {

    /** Knows nothing. */
    StoredValues UNKNOWN = new StoredValues() {
        @Override
        public Optional<List<Object>> inField(TypeElement enumType, VariableElement field) {
            return Optional.empty();
        }

        @Override
        public Optional<List<Object>> ofEnum(TypeElement converter, TypeElement enumType) {
            return Optional.empty();
        }

        @Override
        public Optional<List<Object>> ofBoolean(TypeElement converter) {
            return Optional.empty();
        }

        @Override
        public Optional<Object> returned(TypeElement type, String method, int parameters) {
            return Optional.empty();
        }
    };

    /** What the constants hold in a field, in the order of the constants. */
    Optional<List<Object>> inField(TypeElement enumType, VariableElement field);

    /** What an {@code AttributeConverter} makes of the constants, in their order. */
    Optional<List<Object>> ofEnum(TypeElement converter, TypeElement enumType);

    /** What an {@code AttributeConverter} makes of false and of true. */
    Optional<List<Object>> ofBoolean(TypeElement converter);

    /**
     * What a method of a type descriptor returns: a number, a text, or a class as its {@link TypeElement}.
     *
     * @param parameters how many parameters it has, whose values do not matter
     */
    Optional<Object> returned(TypeElement type, String method, int parameters);

    /** These values, and where they are not known the others. */
    default StoredValues or(StoredValues others) {
        StoredValues own = this;
        return new StoredValues() {
            @Override
            public Optional<List<Object>> inField(TypeElement enumType, VariableElement field) {
                return own.inField(enumType, field).or(() -> others.inField(enumType, field));
            }

            @Override
            public Optional<List<Object>> ofEnum(TypeElement converter, TypeElement enumType) {
                return own.ofEnum(converter, enumType).or(() -> others.ofEnum(converter, enumType));
            }

            @Override
            public Optional<List<Object>> ofBoolean(TypeElement converter) {
                return own.ofBoolean(converter).or(() -> others.ofBoolean(converter));
            }

            @Override
            public Optional<Object> returned(TypeElement type, String method, int parameters) {
                return own.returned(type, method, parameters).or(() -> others.returned(type, method, parameters));
            }
        };
    }
}
