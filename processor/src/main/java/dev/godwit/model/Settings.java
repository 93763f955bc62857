package dev.godwit.model;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings that decide the mapping, as the snapshot records them.
 *
 * @param migrationsPackage package of the migration classes
 * @param naming how names are made
 * @param beanValidation whether Bean Validation's constraints shape the schema, as they do when a provider is present
 * @param hibernate the Hibernate line whose rules apply
 * @param properties Hibernate's own settings that change DDL, by their full key; sorted
 */
public record Settings(
        String migrationsPackage,
        Naming naming,
        boolean beanValidation,
        HibernateLine hibernate,
        Map<String, String> properties) {

    /** Implicit and physical naming strategies. */
    public sealed interface Naming {

        /** The text that stands in the snapshot. */
        String text();

        /** One of the two conventions that need no class. */
        enum Convention implements Naming {
            /** Jakarta Persistence's names as Hibernate makes them by default. */
            JPA,
            /** Spring Boot's: its implicit strategy and Hibernate's camel case to underscores. */
            SPRING;

            @Override
            public String text() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        /** The class names of an implicit and a physical strategy in a jar on the processor path. */
        record Classes(String implicit, String physical) implements Naming {
            @Override
            public String text() {
                return implicit + "," + physical;
            }
        }
    }

    /** The lines of Hibernate ORM whose schema rules are known. */
    public enum HibernateLine {
        V6_6("6.6"),
        V7("7");

        private final String text;

        HibernateLine(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    public Settings {
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
    }
}
