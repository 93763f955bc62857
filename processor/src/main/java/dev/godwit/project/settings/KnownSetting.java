package dev.godwit.project.settings;

import dev.godwit.mapping.type.SqlCode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A setting of Hibernate that changes DDL ({@code org.hibernate.cfg.MappingSettings} and its neighbours).
 *
 * @param key full name
 * @param values which values it takes
 * @param choices the values of {@link Values#CHOICE}, in lower case
 * @param meaning what it does to a schema, to be read behind the value
 */
record KnownSetting(String key, Values values, List<String> choices, String meaning) {

    /** What kind of value a setting takes. */
    enum Values {
        FLAG,
        CHOICE,
        TYPE_CODE,
        TEXT
    }

    private static final List<KnownSetting> ALL = List.of(
            text("hibernate.default_schema", "tables that name no schema are in this one"),
            text("hibernate.default_catalog", "tables that name no catalog are in this one"),
            flag("hibernate.globally_quoted_identifiers", "every name is quoted, so its case counts"),
            flag(
                    "hibernate.globally_quoted_identifiers_skip_column_definitions",
                    "a columnDefinition is left unquoted"),
            flag("hibernate.auto_quote_keyword", "names that are keywords are quoted"),
            flag("hibernate.use_nationalized_character_data", "text columns are nationalized"),
            flag(
                    "hibernate.type.prefer_native_enum_types",
                    "enums are types of their own where the database has those"),
            type("hibernate.type.preferred_boolean_jdbc_type", "the type of boolean columns"),
            type("hibernate.type.preferred_uuid_jdbc_type", "the type of UUID columns"),
            type("hibernate.type.preferred_duration_jdbc_type", "the type of Duration columns"),
            type("hibernate.type.preferred_instant_jdbc_type", "the type of Instant columns"),
            type("hibernate.type.preferred_array_jdbc_type", "the type of array columns"),
            choice(
                    "hibernate.type.wrapper_array_handling",
                    "the type of Byte[] and Character[] columns",
                    "disallow",
                    "allow",
                    "legacy",
                    "pick"),
            choice(
                    "hibernate.timezone.default_storage",
                    "the columns of times with a zone",
                    "default",
                    "native",
                    "normalize",
                    "normalize_utc",
                    "column",
                    "auto"),
            choice("hibernate.mapping.default_list_semantics", "whether a list keeps its order", "bag", "list"),
            choice(
                    "hibernate.hbm2ddl.default_constraint_mode",
                    "whether foreign keys are created",
                    "constraint",
                    "no_constraint",
                    "provider_default"),
            text("hibernate.id.db_structure_naming_strategy", "the names of sequences"),
            text("hibernate.column_ordering_strategy", "the order of columns within keys"),
            flag("hibernate.discriminator.ignore_explicit_for_joined", "joined entities have no discriminator column"),
            flag("hibernate.discriminator.implicit_for_joined", "joined entities have a discriminator column"),
            flag("hibernate.jpa.compliance", "arrays of wrapper types are allowed"),
            flag("hibernate.jpa.compliance.global_id_generators", "generators are visible to all entities"),
            flag("hibernate.validator.apply_to_ddl", "whether Bean Validation shapes the schema"),
            text("hibernate.dialect.storage_engine", "the storage engine of MySQL's and MariaDB's tables"),
            text("hibernate.dialect.mysql.bytes_per_character", "the longest varchar of MySQL and MariaDB"),
            flag("hibernate.integration.envers.enabled", "whether Envers' tables exist"));

    private static final String ENVERS = "org.hibernate.envers.";

    KnownSetting {
        choices = List.copyOf(choices);
    }

    private static KnownSetting text(String key, String meaning) {
        return new KnownSetting(key, Values.TEXT, List.of(), meaning);
    }

    private static KnownSetting flag(String key, String meaning) {
        return new KnownSetting(key, Values.FLAG, List.of("true", "false"), meaning);
    }

    private static KnownSetting type(String key, String meaning) {
        return new KnownSetting(key, Values.TYPE_CODE, List.of(), meaning);
    }

    private static KnownSetting choice(String key, String meaning, String... choices) {
        return new KnownSetting(key, Values.CHOICE, List.of(choices), meaning);
    }

    /** The setting of this name; empty for one that changes no DDL. */
    static Optional<KnownSetting> of(String key) {
        if (key.startsWith(ENVERS)) {
            return Optional.of(text(key, "Envers' tables and columns"));
        }
        return ALL.stream().filter(setting -> setting.key.equals(key)).findFirst();
    }

    /** The value in one spelling; empty when the setting does not take it. */
    Optional<String> canonical(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return switch (values) {
            case FLAG, CHOICE -> Optional.of(lower).filter(choices::contains);
            case TYPE_CODE -> SqlCode.named(value).map(Enum::name);
            case TEXT -> Optional.of(value).filter(text -> !text.isBlank());
        };
    }

    /** What this value of it means. */
    String meaning(String canonical) {
        return values == Values.FLAG && canonical.equals("false") ? "switched off: " + meaning : meaning;
    }

    /** The values that it takes, for a message. */
    String allowed() {
        return switch (values) {
            case FLAG, CHOICE -> String.join(", ", choices);
            case TYPE_CODE -> "a name of org.hibernate.type.SqlTypes, such as VARCHAR";
            case TEXT -> "a name";
        };
    }
}
