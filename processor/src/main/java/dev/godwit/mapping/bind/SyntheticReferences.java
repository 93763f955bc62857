package dev.godwit.mapping.bind;

import dev.godwit.mapping.Messages;
import dev.godwit.mapping.bind.ForeignKeyBinder.Reference;
import dev.godwit.mapping.bound.BoundColumn;
import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.BoundJoin;
import dev.godwit.mapping.bound.BoundProperty;
import dev.godwit.mapping.bound.CollectionValue;
import dev.godwit.mapping.bound.ComponentValue;
import dev.godwit.mapping.bound.ToOneValue;
import dev.godwit.mapping.bound.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes columns that an association refers to instead of the primary key referable: unique, and one attribute, made up
 * where there is none ({@code BinderHelper.createSyntheticPropertyReference} of Hibernate's boot model).
 */
final class SyntheticReferences {

    private final Binding binding;
    private final ForeignKeyBinder foreignKeys;

    SyntheticReferences(Binding binding) {
        this.binding = binding;
        this.foreignKeys = new ForeignKeyBinder(binding);
    }

    /**
     * @param value the association's value: a reference, or the collection
     * @param inverse whether the columns are those of a join table to its elements
     */
    void create(
            JoinColumns columns,
            BoundEntity target,
            BoundEntity associated,
            Value value,
            String property,
            boolean inverse) {
        if (columns.referencedProperty().isPresent()
                || foreignKeys.reference(columns, target) != Reference.OTHER_COLUMNS) {
            return;
        }
        ColumnOwner owner = foreignKeys.ownerOfFirst(columns, target);
        List<BoundProperty> properties = propertiesOf(owner, columns);
        BoundProperty referenced = referenced(target, owner, properties, name(property, inverse, associated));
        if (value instanceof ToOneValue toOne) {
            toOne.referencedProperty(referenced.name());
        } else if (value instanceof CollectionValue collection) {
            collection.referencedProperty(referenced.name());
        }
        String key = inverse ? "inverse__" + associated.name() : associated.name();
        binding.propertyReference(key, property, referenced.name());
    }

    private static String name(String property, boolean inverse, BoundEntity associated) {
        String name = ("_" + associated.name() + "_" + property).replace('.', '_');
        return inverse ? name + "_inverse" : name;
    }

    private BoundProperty referenced(
            BoundEntity target, ColumnOwner owner, List<BoundProperty> properties, String syntheticName) {
        if (properties.size() == 1
                && owner.join().isEmpty()
                && owner.entity() == target
                && !(properties.get(0).value() instanceof ToOneValue)) {
            BoundProperty property = properties.get(0);
            if (binding.settings().hibernate().makesReferencedAttributesUnique()) {
                property.value().createUniqueKey();
            }
            return property;
        }
        ComponentValue component = new ComponentValue(target, owner.table(), target.name(), true);
        properties.forEach(property ->
                component.add(new BoundProperty(property.name(), property.value(), property.member(), true)));
        component.sortProperties();
        BoundProperty synthetic = new BoundProperty(syntheticName, component, Optional.empty(), true);
        owner.join().map(BoundJoin::properties).orElseGet(target::properties).add(synthetic);
        component.createUniqueKey();
        return synthetic;
    }

    private List<BoundProperty> propertiesOf(ColumnOwner owner, JoinColumns columns) {
        Set<BoundProperty> found = new LinkedHashSet<>();
        List<BoundProperty> candidates = candidates(owner);
        for (JoinColumnSpec spec : columns.specs()) {
            BoundColumn column = new BoundColumn()
                    .name(spec.referencedColumn()
                            .flatMap(owner.table()::physicalName)
                            .orElseThrow(() -> unknown(columns, spec, owner)));
            found.add(candidates.stream()
                    .filter(property -> property.value().columns().stream().anyMatch(column::isSameAs))
                    .findFirst()
                    .orElseThrow(() -> unknown(columns, spec, owner)));
        }
        return new ArrayList<>(found);
    }

    private static MappingException unknown(JoinColumns columns, JoinColumnSpec spec, ColumnOwner owner) {
        return new MappingException(
                Messages.unknownReferencedColumn(
                        ForeignKeyBinder.path(columns),
                        spec.referencedColumn().map(Object::toString).orElse("(unnamed)"),
                        owner.entity().name()),
                columns.place());
    }

    /** Attributes with columns of their own come before the identifier, and references after it. */
    private static List<BoundProperty> candidates(ColumnOwner owner) {
        if (owner.join().isPresent()) {
            return owner.join().get().properties();
        }
        BoundEntity entity = owner.entity();
        List<BoundProperty> all = new ArrayList<>();
        List<BoundProperty> references = new ArrayList<>();
        entity.referenceable().stream()
                .filter(property -> !property.isSynthetic())
                .forEach(property -> (property.value() instanceof ToOneValue ? references : all).add(property));
        entity.identifierProperty().ifPresent(all::add);
        if (entity.identifierProperty().isEmpty()) {
            entity.identifierMapper().ifPresent(mapper -> all.addAll(mapper.properties()));
        }
        all.addAll(references);
        return all;
    }
}
