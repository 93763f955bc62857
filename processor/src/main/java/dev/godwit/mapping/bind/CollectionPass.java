package dev.godwit.mapping.bind;

import dev.godwit.mapping.Messages;
import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.BoundProperty;
import dev.godwit.mapping.bound.BoundTable;
import dev.godwit.mapping.bound.CollectionValue;
import dev.godwit.mapping.bound.CollectionValue.Kind;
import dev.godwit.mapping.bound.KeyValue;
import dev.godwit.mapping.bound.OneToManyValue;
import dev.godwit.mapping.bound.ToOneValue;
import dev.godwit.mapping.bound.Value;
import dev.godwit.mapping.read.ClassView;
import java.util.List;
import java.util.Optional;

/** Binds a collection once all entities are bound: its table, key, elements, and index. */
final class CollectionPass {

    private final Binding binding;
    private final ForeignKeyBinder foreignKeys;
    private final SyntheticReferences references;
    private final CollectionKeys keys;
    private final CollectionTables tables;
    private final CollectionElements elements;
    private final CollectionIndexes indexes;

    CollectionPass(Binding binding, EmbeddableBinder embeddables, AnyBinder anys) {
        this.binding = binding;
        this.foreignKeys = new ForeignKeyBinder(binding);
        this.references = new SyntheticReferences(binding);
        this.keys = new CollectionKeys(binding);
        this.tables = new CollectionTables(binding);
        this.elements = new CollectionElements(binding, embeddables, anys);
        this.indexes = new CollectionIndexes(binding, embeddables, elements);
    }

    void run(CollectionSource source) {
        Optional<BoundEntity> target = binding.types()
                .classOf(source.elementType())
                .map(ClassView::name)
                .flatMap(binding::entity);
        if (target.isPresent() && hasNoTable(source, target.get())) {
            bindInTableOf(source, target.get());
        } else {
            bindInOwnTable(source, target);
        }
        CollectionValue collection = source.collection();
        if (collection.kind() == Kind.LIST || collection.kind() == Kind.ARRAY) {
            indexes.bindPosition(source);
        } else if (collection.kind() == Kind.MAP) {
            indexes.bindMapKey(source);
        } else if (collection.kind() == Kind.ID_BAG) {
            indexes.bindIdentifier(source);
        }
        keys.createAll(collection);
        new AttributeAnnotations(binding).onCollection(source);
    }

    /** Whether the elements' own table holds the key: a one to many that is mapped there or states join columns. */
    private static boolean hasNoTable(CollectionSource source, BoundEntity target) {
        boolean impliedThere = source.keyColumns().first().isImplicit() && source.isUnowned();
        boolean statedThere = source.foreignColumns()
                .map(columns -> !columns.first().isImplicit())
                .orElse(false);
        return source.isOneToMany()
                && source.table().isEmpty()
                && !isMappedInJoin(source, target)
                && (impliedThere || statedThere);
    }

    private static boolean isMappedInJoin(CollectionSource source, BoundEntity target) {
        return source.mappedBy()
                .map(name -> mappedBy(source, target, name))
                .flatMap(target::joinOf)
                .isPresent();
    }

    static BoundProperty mappedBy(CollectionSource source, BoundEntity target, String name) {
        return target.path(name)
                .orElseThrow(() -> new MappingException(
                        Messages.unknownMappedBy(source.attribute().member().toString(), name, target.name()),
                        source.attribute().place()));
    }

    private void bindInTableOf(CollectionSource source, BoundEntity target) {
        CollectionValue collection = source.collection();
        JoinColumns columns = source.foreignColumns().orElseThrow();
        collection.element(new OneToManyValue(target));
        columns.holder(binding.holder(target));
        columns.target(collection.owner().name());
        columns.originEntity(source.holder().entity().name());
        BoundTable table = columns.mappedBy().isPresent()
                ? mappedBy(source, target, columns.mappedBy().get()).value().table()
                : columns.table();
        collection.table(table);
        bindKey(source, Optional.of(target), columns);
    }

    private void bindInOwnTable(CollectionSource source, Optional<BoundEntity> target) {
        CollectionValue collection = source.collection();
        if (target.isEmpty() && (source.isOneToMany() || source.attribute().has(Jpa.MANY_TO_MANY))) {
            throw new MappingException(
                    Messages.unknownTarget(
                            source.attribute().member().toString(),
                            source.elementType().toString()),
                    source.attribute().place());
        }
        JoinColumns columns = source.keyColumns();
        if (source.isUnowned()) {
            BoundEntity owner = target.orElseThrow();
            columns.manyToManyOwner(owner.name());
            Value mapped =
                    mappedBy(source, owner, source.mappedBy().orElseThrow()).value();
            collection.table(mapped.table());
        } else {
            columns.namedAfter(
                    collection.owner().table().logicalName(),
                    binding.inverse(collection.owner().name(), columns.path()));
            collection.table(tables.make(source, target));
        }
        columns.target(collection.owner().name());
        columns.origin(source.path() + "/owner");
        bindKey(source, target, columns);
        if (target.isPresent()) {
            bindReferences(source, target.get());
        } else {
            elements.bind(source);
        }
    }

    private void bindKey(CollectionSource source, Optional<BoundEntity> target, JoinColumns columns) {
        CollectionValue collection = source.collection();
        BoundEntity owner = collection.owner();
        if (!source.isUnowned()) {
            references.create(
                    columns, owner, owner, collection, source.attribute().name(), false);
        }
        if (source.isElementCollection()) {
            columns.elementCollection();
        }
        KeyValue key = keys.make(source, columns);
        foreignKeys.bind(owner, target.orElse(owner), columns, key, false);
        key.sortColumns();
    }

    private void bindReferences(CollectionSource source, BoundEntity target) {
        CollectionValue collection = source.collection();
        ToOneValue element = new ToOneValue(collection.table(), target.name(), false);
        collection.element(element);
        element.foreignKey(keys.ofElements(source));
        JoinColumns columns = source.elementColumns();
        columns.target(target.name());
        columns.origin(source.path() + "/element");
        if (columns.mappedBy().isPresent()) {
            bindUnowned(source, target, columns, element);
            return;
        }
        references.create(
                columns, target, collection.owner(), element, source.attribute().name(), true);
        if (ToOneBinder.ignoresNotFound(source.attribute())) {
            element.foreignKey(element.foreignKey().disabled());
        }
        boolean primary = source.isOneToMany() && collection.kind() == Kind.SET && keys.makesElementsPrimary();
        foreignKeys.bind(target, collection.owner(), columns, element, source.isOneToMany() && !primary);
        if (primary) {
            collection.table().primaryKey(element.columns());
        }
    }

    private void bindUnowned(CollectionSource source, BoundEntity target, JoinColumns columns, ToOneValue element) {
        BoundProperty mapped = mappedBy(source, target, source.mappedBy().orElseThrow());
        Value value = mapped.value() instanceof CollectionValue other
                ? other.key().<Value>map(key -> key).orElseGet(target::identifier)
                : target.joinOf(mapped)
                        .flatMap(join -> join.key())
                        .<Value>map(key -> key)
                        .orElseGet(target::identifier);
        value.selectables().forEach(selectable -> columns.first().linkCopy(selectable, element));
        binding.propertyReference(target.name(), mapped.name()).ifPresent(element::referencedProperty);
        if (element.referencedProperty().isEmpty()) {
            element.foreignKey(element.foreignKey().onDelete(keys.onDeleteOf(mapped.value())));
            element.sortColumns(target.identifier());
            element.createForeignKey(target, List.of());
        }
    }
}
