package dev.godwit.mapping.type;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** The checks that follow from converters of enums and booleans: {@code EnumJavaType}, {@code BooleanJavaType}. */
final class ConverterChecks {

    private static final float LOAD_FACTOR = 0.75f;
    private static final int LEAST_CAPACITY = 16;

    private final TypeNames names;
    private final StoredValues values;

    ConverterChecks(TypeNames names, StoredValues values) {
        this.names = names;
        this.values = values;
    }

    /** What is known of the values behind a converter. */
    record Result(Optional<ValueCheck> check, boolean known) {
        static final Result NONE = new Result(Optional.empty(), true);
    }

    Result of(TypeMirror converter, TypeMirror domain, SqlCode stored) {
        Optional<TypeElement> converterClass = names.element(converter);
        Optional<TypeElement> enumType = names.enumOf(domain);
        if (converterClass.isEmpty() || !(stored.isCharacters() || stored.isInteger())) {
            return Result.NONE;
        }
        if (enumType.isPresent()) {
            return result(values.ofEnum(converterClass.get(), enumType.get()).map(ConverterChecks::inHashOrder));
        }
        if (!names.name(domain).equals("java.lang.Boolean")) {
            return Result.NONE;
        }
        return result(shipped(names.name(converter)).or(() -> values.ofBoolean(converterClass.get())));
    }

    private static Result result(Optional<? extends Collection<Object>> values) {
        return new Result(values.map(ConverterChecks::in), values.isPresent());
    }

    private static Optional<List<Object>> shipped(String converter) {
        return Optional.ofNullable(
                switch (converter) {
                    case "org.hibernate.type.YesNoConverter" -> List.of('N', 'Y');
                    case "org.hibernate.type.TrueFalseConverter" -> List.of('F', 'T');
                    case "org.hibernate.type.NumericBooleanConverter" -> List.of(0, 1);
                    default -> null;
                });
    }

    /**
     * The check on a boolean that is stored under this code: Hibernate has converted types of its own for two of them,
     * {@code TRUE_FALSE} and {@code NUMERIC_BOOLEAN}.
     */
    static Optional<ValueCheck> ofBoolean(SqlCode stored) {
        return switch (stored) {
            case CHAR -> Optional.of(in(List.of('F', 'T')));
            case TINYINT -> Optional.of(in(List.of(0, 1)));
            default -> Optional.empty();
        };
    }

    static ValueCheck in(Collection<Object> values) {
        return values.stream().allMatch(Number.class::isInstance)
                ? ValueCheck.inNumbers(values.stream()
                        .map(value -> ((Number) value).longValue())
                        .toList())
                : ValueCheck.inTexts(values.stream().map(String::valueOf).toList());
    }

    /** Hibernate collects the values in a hash set of fitting size, and lists them in its order. */
    static Set<Object> inHashOrder(Collection<Object> values) {
        Set<Object> set = new HashSet<>(Math.max((int) (values.size() / LOAD_FACTOR) + 1, LEAST_CAPACITY), LOAD_FACTOR);
        set.addAll(values);
        return set;
    }
}
