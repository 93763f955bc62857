package dev.godwit.mapping.xml;

import static dev.godwit.mapping.xml.Laying.HIB;
import static dev.godwit.mapping.xml.Laying.JPA;
import static dev.godwit.mapping.xml.Laying.merge;
import static dev.godwit.mapping.xml.Laying.replace;
import static dev.godwit.mapping.xml.Laying.text;

import dev.godwit.mapping.xml.Laying.Rule;
import java.util.Map;
import java.util.Set;

/** What the elements within {@code entity} and {@code mapped-superclass} do to the annotations of the class. */
final class ClassRules {

    private static final Map<String, Rule> RULES = Map.ofEntries(
            Map.entry("association-override", replace(JPA + "AssociationOverride")),
            Map.entry("attribute-override", replace(JPA + "AttributeOverride")),
            Map.entry("convert", replace(JPA + "Convert")),
            Map.entry("discriminator-column", merge(JPA + "DiscriminatorColumn")),
            Map.entry("discriminator-formula", merge(HIB + "DiscriminatorFormula")),
            Map.entry("discriminator-value", text(JPA + "DiscriminatorValue")),
            Map.entry("id-class", merge(JPA + "IdClass")),
            Map.entry("inheritance", merge(JPA + "Inheritance")),
            Map.entry("primary-key-join-column", replace(JPA + "PrimaryKeyJoinColumn")),
            Map.entry("secondary-table", replace(JPA + "SecondaryTable")),
            Map.entry("sequence-generator", merge(JPA + "SequenceGenerator")),
            Map.entry("table", merge(JPA + "Table")),
            Map.entry("table-generator", merge(JPA + "TableGenerator")));

    /** Elements that change no schema, and those that map attributes. */
    private static final Set<String> IGNORED = Set.of(
            "abstract",
            "attributes",
            "batch-size",
            "caching",
            "description",
            "dynamic-insert",
            "dynamic-update",
            "entity-listeners",
            "exclude-default-listeners",
            "exclude-superclass-listeners",
            "extends",
            "fetch-profile",
            "filter",
            "hql-select",
            "lazy",
            "mutable",
            "named-entity-graph",
            "named-native-query",
            "named-query",
            "named-stored-procedure-query",
            "optimistic-locking",
            "polymorphism",
            "post-load",
            "post-persist",
            "post-remove",
            "post-update",
            "pre-persist",
            "pre-remove",
            "pre-update",
            // Hibernate reads the foreign keys of primary-key-join-column alone
            "primary-key-foreign-key",
            "proxy",
            "rowid",
            "select-before-update",
            "sql-delete",
            "sql-insert",
            "sql-restriction",
            "sql-result-set-mapping",
            "sql-select",
            "sql-update",
            "synchronize",
            "tenant-id");

    private ClassRules() {}

    static void apply(XmlNode managed, Laying laying) {
        switch (managed.name()) {
            case "entity" -> {
                laying.editor().merge(JPA + "Entity", laying.conversion().values(JPA + "Entity", managed));
                Map<String, Object> schema = laying.conversion().schemaOfFile();
                if (!managed.has("table") && !schema.isEmpty()) {
                    laying.editor().merge(JPA + "Table", schema);
                }
            }
            case "mapped-superclass" -> laying.editor().merge(JPA + "MappedSuperclass", Map.of());
            case "embeddable" -> laying.editor().merge(JPA + "Embeddable", Map.of());
            default ->
                laying.editor().merge(JPA + "Converter", laying.conversion().values(JPA + "Converter", managed));
        }
        laying.applyAll(managed, RULES, IGNORED);
    }
}
