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

    /** The lines of Hibernate ORM whose schema rules are known, with what they do not agree about. */
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

        /** Whether a dollar sign may stand in a name without quotes. */
        public boolean allowsDollarInNames() {
            return this != V6_6;
        }

        /** Whether times of day are kept in whole seconds unless a precision is stated. */
        public boolean keepsWholeSeconds() {
            return this != V6_6;
        }

        /** Whether the values that a converter makes of an enum are checked. */
        public boolean checksConvertedEnums() {
            return this != V6_6;
        }

        /** Whether {@code @EnumeratedValue} of Jakarta Persistence 3.2 is known. */
        public boolean knowsEnumeratedValues() {
            return this != V6_6;
        }

        /** Whether the column of a version may never be null. */
        public boolean requiresVersions() {
            return this != V6_6;
        }

        /** Whether the reference to the target in the join table of a to-one association may never be null. */
        public boolean requiresTargetsInJoinTables() {
            return this != V6_6;
        }

        /** Whether required attributes of a subclass are checked where they share the table of their hierarchy. */
        public boolean checksSubclassColumns() {
            return this != V6_6;
        }

        /** Whether a single attribute that an association refers to instead of the primary key is made unique. */
        public boolean makesReferencedAttributesUnique() {
            return this != V6_6;
        }

        /** Whether {@code @SoftDelete} has options and a comment. */
        public boolean describesSoftDeletes() {
            return this != V6_6;
        }

        /** Whether {@code @Basic} on a primitive attribute makes its column nullable. */
        public boolean letsBasicPrimitivesBeNull() {
            return this == V6_6;
        }

        /** Whether an annotation keeps those of its values that a mapping file does not state. */
        public boolean mergesMappingFiles() {
            return this != V6_6;
        }

        /**
         * Whether a generator that {@code @GeneratedValue} does not name is looked for near the attribute, as Jakarta
         * Persistence 3.2 says.
         */
        public boolean findsUnnamedGenerators() {
            return this != V6_6;
        }

        /** Whether the columns of a required association may be null where subclasses share a table. */
        public boolean relaxesAssociationsOfSubclasses() {
            return this != V6_6;
        }

        /** Whether {@code @PartitionKey} makes an attribute part of the primary key. */
        public boolean addsPartitionKeys() {
            return this != V6_6;
        }

        /** Whether a collection whose key is not the owner's primary key gets a foreign key. */
        public boolean constrainsKeysToOtherAttributes() {
            return this != V6_6;
        }

        /** Whether a boolean that is kept as a character or a small number is checked without a converter, too. */
        public boolean checksStoredBooleans() {
            return this != V6_6;
        }

        /** Whether the checks, comments and options of tables that came with Jakarta Persistence 3.2 are known. */
        public boolean knowsTableDetails() {
            return this != V6_6;
        }

        /** Whether {@code @EmbeddedColumnNaming}, {@code @EmbeddedTable} and {@code @TargetEmbeddable} are known. */
        public boolean knowsNewEmbeddableAnnotations() {
            return this != V6_6;
        }
    }

    public Settings {
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
    }
}
