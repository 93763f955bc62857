package dev.godwit.mapping.type;

import dev.godwit.model.Settings.HibernateLine;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Hibernate's settings that choose types.
 *
 * @param properties by their full key
 * @param line the line of Hibernate whose rules hold
 */
public record TypeSettings(Map<String, String> properties, HibernateLine line) {

    /** What becomes of {@code Byte[]} and {@code Character[]}. */
    enum WrapperArrays {
        DISALLOW,
        ALLOW,
        LEGACY
    }

    /** Where the time zone of a value goes. */
    enum ZoneStorage {
        NATIVE,
        COLUMN,
        NORMALIZE,
        NORMALIZE_UTC,
        /** As the database can: in UTC, with time zone where the database has such a type. */
        DEFAULT
    }

    public TypeSettings {
        properties = Map.copyOf(properties);
    }

    Optional<SqlCode> preferredBoolean() {
        return code("hibernate.type.preferred_boolean_jdbc_type");
    }

    Optional<SqlCode> preferredUuid() {
        return code("hibernate.type.preferred_uuid_jdbc_type");
    }

    Optional<SqlCode> preferredDuration() {
        return code("hibernate.type.preferred_duration_jdbc_type");
    }

    Optional<SqlCode> preferredInstant() {
        return code("hibernate.type.preferred_instant_jdbc_type");
    }

    Optional<SqlCode> preferredArray() {
        return code("hibernate.type.preferred_array_jdbc_type");
    }

    boolean nationalized() {
        return flag("hibernate.use_nationalized_character_data");
    }

    boolean nativeEnums() {
        return flag("hibernate.type.prefer_native_enum_types");
    }

    WrapperArrays wrapperArrays() {
        return switch (text("hibernate.type.wrapper_array_handling").orElse("")) {
            case "allow", "pick" -> WrapperArrays.ALLOW;
            case "legacy" -> WrapperArrays.LEGACY;
            default -> flag("hibernate.jpa.compliance") ? WrapperArrays.ALLOW : WrapperArrays.DISALLOW;
        };
    }

    ZoneStorage zoneStorage() {
        return zoneStorage(text("hibernate.timezone.default_storage").orElse("default"));
    }

    /**
     * The storage of this name. {@code AUTO} means a column here: of the databases known, only H2 keeps a zone natively
     * in Hibernate's eyes, and a schema is one for all of them.
     */
    static ZoneStorage zoneStorage(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "native" -> ZoneStorage.NATIVE;
            case "column", "auto" -> ZoneStorage.COLUMN;
            case "normalize" -> ZoneStorage.NORMALIZE;
            case "normalize_utc" -> ZoneStorage.NORMALIZE_UTC;
            default -> ZoneStorage.DEFAULT;
        };
    }

    private boolean flag(String key) {
        return text(key).filter("true"::equals).isPresent();
    }

    private Optional<SqlCode> code(String key) {
        return text(key).flatMap(SqlCode::named);
    }

    private Optional<String> text(String key) {
        return Optional.ofNullable(properties.get(key)).map(text -> text.strip().toLowerCase(Locale.ROOT));
    }
}
