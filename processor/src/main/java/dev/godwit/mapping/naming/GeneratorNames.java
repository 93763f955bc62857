package dev.godwit.mapping.naming;

import java.util.Optional;

/**
 * Names of sequences and generator tables that the mapping leaves unnamed: Hibernate's
 * {@code ImplicitDatabaseObjectNamingStrategy}, chosen by {@code hibernate.id.db_structure_naming_strategy}. They may
 * be quoted by backticks and qualified by dots, and are logical.
 */
public enum GeneratorNames {
    /** {@code StandardNamingStrategy}, the default since 6. */
    STANDARD {
        @Override
        public String sequence(Source source) {
            return source.suffix()
                    .filter(suffix -> !source.base().isEmpty())
                    .map(suffix -> append(source.base(), suffix))
                    .or(source::generator)
                    .orElseGet(() -> append(source.base(), SUFFIX));
        }

        @Override
        public String table(Source source) {
            return source.generator().orElse(TABLE);
        }
    },
    /** {@code LegacyNamingStrategy}, as from 5.3 to 6. */
    LEGACY {
        @Override
        public String sequence(Source source) {
            return source.suffix()
                    .filter(suffix -> !source.base().isEmpty())
                    .map(suffix -> append(source.base(), suffix))
                    .or(source::generator)
                    .orElse(SEQUENCE);
        }

        @Override
        public String table(Source source) {
            return source.generator().orElse(TABLE);
        }
    },
    /** {@code SingleNamingStrategy}: one for all. */
    SINGLE {
        @Override
        public String sequence(Source source) {
            return SEQUENCE;
        }

        @Override
        public String table(Source source) {
            return TABLE;
        }
    };

    /** Full key of the setting that chooses. */
    public static final String SETTING = "hibernate.id.db_structure_naming_strategy";

    private static final String SEQUENCE = "hibernate_sequence";
    private static final String TABLE = "hibernate_sequences";
    private static final String SUFFIX = "_SEQ";

    /**
     * What a generator is named after.
     *
     * @param base the entity's name, or the name of its root table, as Hibernate's {@code implicit_name_base}
     * @param generator the name of the generator's annotation
     * @param suffix Hibernate's parameter {@code sequence_per_entity_suffix}
     */
    public record Source(String base, Optional<String> generator, Optional<String> suffix) {}

    public abstract String sequence(Source source);

    public abstract String table(Source source);

    private static String append(String base, String suffix) {
        String text = Quoting.parse(base).text();
        return text.equals(base) ? base + suffix : '`' + text + suffix + '`';
    }
}
