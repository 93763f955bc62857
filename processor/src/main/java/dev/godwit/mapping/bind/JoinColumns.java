package dev.godwit.mapping.bind;

import dev.godwit.mapping.bound.BoundColumn;
import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.BoundProperty;
import dev.godwit.mapping.bound.ComponentValue;
import dev.godwit.mapping.naming.EntityName;
import dev.godwit.mapping.naming.ImplicitNames.JoinColumn;
import dev.godwit.mapping.naming.ImplicitNames.Nature;
import dev.godwit.mapping.naming.Name;
import dev.godwit.schema.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The join columns that an association states or implies. */
final class JoinColumns extends Columns {

    private final List<JoinColumnSpec> specs = new ArrayList<>();
    private Optional<String> mappedBy = Optional.empty();
    private @Nullable String referencedProperty;
    private @Nullable String mapsId;
    private @Nullable Identifier mappedByTable;
    private @Nullable String mappedByProperty;
    private @Nullable String manyToManyOwner;
    private boolean elementCollection;
    private final boolean ofAttribute;

    /** @param ofAttribute whether an attribute's path names the columns, instead of the referenced key */
    JoinColumns(Binding binding, Holder holder, String path, boolean ofAttribute) {
        super(binding, holder, path);
        this.ofAttribute = ofAttribute;
    }

    List<JoinColumnSpec> specs() {
        return specs;
    }

    void add(JoinColumnSpec spec) {
        specs.add(spec);
        add(new Entry(spec.selectable(), Optional.empty()));
    }

    JoinColumnSpec first() {
        return specs.get(0);
    }

    Optional<String> mappedBy() {
        return mappedBy;
    }

    void mappedBy(Optional<String> property) {
        mappedBy = property;
    }

    Optional<String> referencedProperty() {
        return Optional.ofNullable(referencedProperty);
    }

    void referencedProperty(String property) {
        referencedProperty = property;
    }

    Optional<String> mapsId() {
        return Optional.ofNullable(mapsId);
    }

    /** @param attribute the attribute of the embedded id; empty: the whole id, which changes nothing here */
    void mapsId(String attribute) {
        mapsId = attribute.isEmpty() ? null : attribute;
    }

    void elementCollection() {
        elementCollection = true;
    }

    /** What the columns of a join table are named after, where the other side has an attribute for it. */
    void namedAfter(Identifier ownerTable, Optional<String> inverseProperty) {
        mappedByTable = ownerTable;
        mappedByProperty = inverseProperty.orElse(null);
    }

    Optional<String> manyToManyOwner() {
        return Optional.ofNullable(manyToManyOwner);
    }

    void manyToManyOwner(String entity) {
        manyToManyOwner = entity;
    }

    boolean isOfAttribute() {
        return ofAttribute;
    }

    @Override
    void forceNotNull() {
        specs.forEach(spec -> spec.nullable(false));
    }

    @Override
    boolean hasFormula() {
        return specs.stream().anyMatch(JoinColumnSpec::isFormula);
    }

    @Override
    List<BoundColumn> columns() {
        return specs.stream()
                .filter(spec -> !spec.isFormula())
                .map(JoinColumnSpec::column)
                .toList();
    }

    /** The attribute of the identifier that {@code @MapsId} names. */
    Optional<BoundProperty> mappedId() {
        BoundEntity entity = holder().entity();
        return mapsId().flatMap(name -> entity.identifier() instanceof ComponentValue component
                ? component.property(name)
                : entity.property(name));
    }

    /** The name of a column that the mapping leaves unnamed. */
    Name defaultName(BoundEntity referenced, Identifier referencedColumn) {
        Identifier referencedTable = referenced.table().logicalName();
        if (mappedByTable != null) {
            return binding()
                    .naming()
                    .joinColumn(new JoinColumn(
                            nature(),
                            name(referenced),
                            Optional.ofNullable(mappedByProperty),
                            mappedByTable,
                            referencedColumn));
        }
        return ofAttribute
                ? binding()
                        .naming()
                        .joinColumn(new JoinColumn(
                                nature(), name(referenced), Optional.of(path()), referencedTable, referencedColumn))
                : binding().naming().primaryKeyJoinColumn(referencedTable, referencedColumn);
    }

    static EntityName name(BoundEntity entity) {
        return new EntityName(entity.name(), entity.jpaName());
    }

    private Nature nature() {
        if (holder().isEntity()) {
            return Nature.ENTITY;
        }
        return elementCollection ? Nature.ELEMENT_COLLECTION : Nature.ENTITY_COLLECTION;
    }
}
