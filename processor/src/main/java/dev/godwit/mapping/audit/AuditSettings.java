package dev.godwit.mapping.audit;

import java.util.Map;
import java.util.Optional;

/** Envers' settings ({@code org.hibernate.envers.configuration.EnversSettings}) with their defaults. */
record AuditSettings(Map<String, String> properties) {

    private static final String PREFIX = "org.hibernate.envers.";

    boolean isEnabled() {
        return flag("hibernate.integration.envers.enabled", true);
    }

    /** The name of the audit table of a table. */
    String tableFor(String table) {
        return text("audit_table_prefix", "") + table + text("audit_table_suffix", "_AUD");
    }

    String revision() {
        return text("revision_field_name", "REV");
    }

    String revisionType() {
        return text("revision_type_field_name", "REVTYPE");
    }

    /** The column of the revision that ends a row's validity, where rows state it. */
    Optional<String> revisionEnd() {
        return Optional.of(text("audit_strategy_validity_end_rev_field_name", "REVEND"))
                .filter(name -> text("audit_strategy", "").endsWith("ValidityAuditStrategy"));
    }

    /** The column of the time at which a row's validity ended, where rows state it. */
    Optional<String> revisionEndTime() {
        return revisionEnd()
                .filter(end -> flag(PREFIX + "audit_strategy_validity_store_revend_timestamp", false))
                .map(end -> text("audit_strategy_validity_revend_timestamp_field_name", "REVEND_TSTMP"));
    }

    boolean isRevisionEndTimeNumeric() {
        return flag(PREFIX + "audit_strategy_validity_revend_timestamp_numeric", false);
    }

    /** Whether the time at which validity ended stands in the tables of joined subclasses too. */
    boolean isRevisionEndTimeInSubclasses() {
        return !flag(PREFIX + "audit_strategy_validity_revend_timestamp_legacy_placement", true);
    }

    String modifiedSuffix() {
        return text("modified_flag_suffix", "_MOD");
    }

    boolean hasModifiedFlags() {
        return flag(PREFIX + "global_with_modified_flag", false);
    }

    String setOrdinal() {
        return text("embeddable_set_ordinal_field_name", "SETORDINAL");
    }

    boolean skipsVersions() {
        return flag(PREFIX + "do_not_audit_optimistic_locking_field", true);
    }

    boolean hasNativeRevisions() {
        return flag(PREFIX + "use_revision_entity_with_native_id", true);
    }

    boolean cascadesDeletes() {
        return flag(PREFIX + "cascade_delete_revision", false);
    }

    boolean tracksEntities() {
        return flag(PREFIX + "track_entities_changed_in_revision", false);
    }

    Optional<String> schema() {
        return Optional.ofNullable(properties.get(PREFIX + "default_schema"));
    }

    Optional<String> catalog() {
        return Optional.ofNullable(properties.get(PREFIX + "default_catalog"));
    }

    private String text(String key, String otherwise) {
        return properties.getOrDefault(PREFIX + key, otherwise);
    }

    private boolean flag(String key, boolean otherwise) {
        return Optional.ofNullable(properties.get(key))
                .map(Boolean::parseBoolean)
                .orElse(otherwise);
    }
}
