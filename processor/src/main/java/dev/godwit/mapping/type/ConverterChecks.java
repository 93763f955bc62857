package dev.godwit.mapping.type;

import java.util.List;
import java.util.Optional;

/** The checks that follow from Hibernate's own converters of booleans. */
final class ConverterChecks {

    private ConverterChecks() {}

    static Optional<ValueCheck> of(String converter) {
        return switch (converter) {
            case "org.hibernate.type.YesNoConverter" -> Optional.of(ValueCheck.inTexts(List.of("N", "Y")));
            case "org.hibernate.type.TrueFalseConverter" -> Optional.of(ValueCheck.inTexts(List.of("F", "T")));
            case "org.hibernate.type.NumericBooleanConverter" -> Optional.of(ValueCheck.inNumbers(List.of(0L, 1L)));
            default -> Optional.empty();
        };
    }
}
