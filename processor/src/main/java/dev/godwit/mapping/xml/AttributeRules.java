package dev.godwit.mapping.xml;

import static dev.godwit.mapping.xml.Laying.HIB;
import static dev.godwit.mapping.xml.Laying.JPA;
import static dev.godwit.mapping.xml.Laying.mark;
import static dev.godwit.mapping.xml.Laying.merge;
import static dev.godwit.mapping.xml.Laying.replace;
import static dev.godwit.mapping.xml.Laying.text;

import dev.godwit.mapping.xml.Laying.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an element that maps an attribute, and the elements within it, do to the annotations of the member. */
final class AttributeRules {

    /** The annotations that an element of this name stands for. */
    private static final Map<String, List<String>> KINDS = Map.ofEntries(
            Map.entry("any", List.of(HIB + "Any")),
            Map.entry("basic", List.of(JPA + "Basic")),
            Map.entry("element-collection", List.of(JPA + "ElementCollection")),
            Map.entry("embedded", List.of(JPA + "Embedded")),
            Map.entry("embedded-id", List.of(JPA + "EmbeddedId")),
            Map.entry("id", List.of(JPA + "Id", JPA + "Basic")),
            Map.entry("many-to-any", List.of(HIB + "ManyToAny")),
            Map.entry("many-to-many", List.of(JPA + "ManyToMany")),
            Map.entry("many-to-one", List.of(JPA + "ManyToOne")),
            Map.entry("one-to-many", List.of(JPA + "OneToMany")),
            Map.entry("one-to-one", List.of(JPA + "OneToOne")),
            Map.entry("tenant-id", List.of(HIB + "TenantId", JPA + "Basic")),
            Map.entry("transient", List.of(JPA + "Transient")),
            Map.entry("version", List.of(JPA + "Version")));

    private static final Rule OVERRIDES = new MapParts("AttributeOverride", "attribute-override", "name");
    private static final Rule CONVERTS = new MapParts("Convert", "convert", "attributeName");

    private static final Map<String, Rule> RULES = Map.ofEntries(
            Map.entry("association-override", replace(JPA + "AssociationOverride")),
            Map.entry("attribute-override", OVERRIDES),
            Map.entry("collection-id", CollectionIdRule::apply),
            Map.entry("collection-table", merge(JPA + "CollectionTable")),
            Map.entry("column", merge(JPA + "Column")),
            Map.entry("convert", CONVERTS),
            Map.entry("discriminator", AnyRules::discriminator),
            Map.entry("enumerated", text(JPA + "Enumerated")),
            Map.entry("formula", text(HIB + "Formula")),
            Map.entry("generated-value", merge(JPA + "GeneratedValue")),
            Map.entry("generic-generator", merge(HIB + "GenericGenerator")),
            Map.entry("java-type", text(HIB + "JavaType")),
            Map.entry("jdbc-type", text(HIB + "JdbcType")),
            Map.entry("jdbc-type-code", text(HIB + "JdbcTypeCode")),
            Map.entry("jdbc-type-name", BasicTypeRules::jdbcTypeName),
            Map.entry("join-column", JoinRules::columns),
            Map.entry("join-formula", JoinRules::columns),
            Map.entry("join-table", merge(JPA + "JoinTable")),
            Map.entry("key", AnyRules::key),
            Map.entry("list-index-base", JoinRules::listIndexBase),
            Map.entry("lob", mark(JPA + "Lob")),
            Map.entry("map-key", merge(JPA + "MapKey")),
            Map.entry("map-key-attribute-override", OVERRIDES),
            Map.entry("map-key-class", merge(JPA + "MapKeyClass")),
            Map.entry("map-key-column", merge(JPA + "MapKeyColumn")),
            Map.entry("map-key-convert", CONVERTS),
            Map.entry("map-key-enumerated", text(JPA + "MapKeyEnumerated")),
            Map.entry("map-key-foreign-key", merge(JPA + "ForeignKey")),
            Map.entry("map-key-join-column", replace(JPA + "MapKeyJoinColumn")),
            Map.entry("map-key-temporal", text(JPA + "MapKeyTemporal")),
            Map.entry("nationalized", mark(HIB + "Nationalized")),
            Map.entry("on-delete", BasicTypeRules::onDelete),
            Map.entry("order-by", text(JPA + "OrderBy")),
            Map.entry("order-column", merge(JPA + "OrderColumn")),
            Map.entry("primary-key-join-column", replace(JPA + "PrimaryKeyJoinColumn")),
            Map.entry("property-ref", BasicTypeRules::propertyRef),
            Map.entry("sequence-generator", merge(JPA + "SequenceGenerator")),
            Map.entry("table-generator", merge(JPA + "TableGenerator")),
            Map.entry("target", BasicTypeRules::target),
            Map.entry("temporal", text(JPA + "Temporal")),
            Map.entry("type", BasicTypeRules::userType),
            Map.entry("uuid-generator", merge(HIB + "UuidGenerator")));

    /** Elements that change no schema, or that Hibernate itself leaves unread. */
    private static final Set<String> IGNORED = Set.of(
            "batch-size",
            "cascade",
            "collection-type",
            "description",
            "filter",
            "filter-join-table",
            "foreign-key",
            "generated",
            "primary-key-foreign-key",
            "sort",
            "sort-natural",
            "sql-delete",
            "sql-delete-all",
            "sql-insert",
            "sql-join-table-restriction",
            "sql-restriction",
            "sql-update",
            "unsaved-value");

    private AttributeRules() {}

    /** Whether an element of this name maps an attribute. */
    static boolean concern(String name) {
        return KINDS.containsKey(name);
    }

    /** @param access how the attribute is accessed: {@code FIELD} or {@code PROPERTY} */
    static void apply(XmlNode attribute, String access, Laying laying) {
        KINDS.get(attribute.name()).forEach(kind -> laying.merge(kind, List.of(attribute)));
        if (attribute.name().equals("transient")) {
            return;
        }
        laying.editor().merge(JPA + "Access", Map.of("value", access));
        if (attribute.attribute("id").filter("true"::equals).isPresent()) {
            laying.editor().merge(JPA + "Id", Map.of());
        }
        attribute.attribute("maps-id").ifPresent(name -> laying.value(JPA + "MapsId", name, attribute));
        attribute
                .attribute("not-found")
                .map(Conversion::constant)
                .filter(action -> !action.equals("EXCEPTION"))
                .ifPresent(action -> laying.editor().merge(HIB + "NotFound", Map.of("action", action)));
        attribute.attribute("classification").map(Conversion::constant).ifPresent(kind -> classify(kind, laying));
        laying.applyAll(attribute, RULES, IGNORED);
    }

    private static void classify(String kind, Laying laying) {
        if (kind.equals("BAG")) {
            laying.editor().merge(HIB + "Bag", Map.of());
        } else if (kind.equals("LIST")) {
            laying.editor().merge(JPA + "OrderColumn", Map.of());
        }
    }
}
