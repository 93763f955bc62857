package dev.godwit.project.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether Bean Validation's constraints reach the schema ({@code org.hibernate.boot.beanvalidation.ValidationMode}). */
enum ValidationMode {
    /** Where a provider is present. */
    AUTO,
    /** Always; without a provider Hibernate fails. */
    DDL,
    /** Entities are validated, the schema is not shaped. */
    CALLBACK,
    NONE;

    static final String KEY = "jakarta.persistence.validation.mode";

    /** The former name, which Hibernate still reads. */
    static final String FORMER_KEY = "javax.persistence.validation.mode";

    /** The mode that matters to a schema, of a list separated by commas; empty when one of them is unknown. */
    static Optional<ValidationMode> of(String text) {
        List<String> words = Arrays.stream(text.split(","))
                .map(word -> word.strip().toUpperCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
        List<String> known = Arrays.stream(values()).map(Enum::name).toList();
        if (!known.containsAll(words)) {
            return Optional.empty();
        }
        return words.isEmpty()
                ? Optional.of(AUTO)
                : Arrays.stream(values())
                        .filter(mode -> words.contains(mode.name()))
                        .findFirst();
    }
}
