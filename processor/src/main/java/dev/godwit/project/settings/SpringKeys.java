package dev.godwit.project.settings;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which of Spring Boot's properties reach Hibernate, and under which name
 * ({@code org.springframework.boot...JpaProperties} and {@code HibernateProperties}).
 */
final class SpringKeys {

    static final String IMPLICIT = "hibernate.implicit_naming_strategy";
    static final String PHYSICAL = "hibernate.physical_naming_strategy";

    private static final String PASSED_ON = "spring.jpa.properties.";
    private static final String NAMING = "spring.jpa.hibernate.naming.";

    private SpringKeys() {}

    /** Hibernate's settings among the properties; those of {@code spring.jpa.hibernate.naming} win. */
    static Map<String, String> toHibernate(Map<String, String> spring) {
        Map<String, String> settings = new LinkedHashMap<>();
        spring.forEach((key, value) -> {
            if (key.startsWith(PASSED_ON)) {
                settings.put(withoutBrackets(key.substring(PASSED_ON.length())), value);
            }
        });
        spring.forEach((key, value) -> strategy(key).ifPresent(setting -> settings.put(setting, value)));
        return settings;
    }

    /** Words may be parted by dashes, underscores or capitals. */
    private static Optional<String> strategy(String key) {
        if (!key.startsWith(NAMING)) {
            return Optional.empty();
        }
        String word = key.substring(NAMING.length()).replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
        return switch (word) {
            case "implicitstrategy" -> Optional.of(IMPLICIT);
            case "physicalstrategy" -> Optional.of(PHYSICAL);
            default -> Optional.empty();
        };
    }

    private static String withoutBrackets(String key) {
        return key.startsWith("[") && key.endsWith("]") ? key.substring(1, key.length() - 1) : key;
    }
}
