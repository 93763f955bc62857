package dev.godwit.mapping.bind;

import dev.godwit.mapping.bound.BoundColumn;
import dev.godwit.mapping.bound.BoundProperty;
import dev.godwit.mapping.bound.BoundTable;
import dev.godwit.mapping.bound.BoundUniqueKey;
import dev.godwit.mapping.bound.CollectionValue;
import dev.godwit.mapping.bound.CollectionValue.Kind;
import dev.godwit.mapping.bound.ForeignKeyChoice;
import dev.godwit.mapping.bound.KeyValue;
import dev.godwit.mapping.bound.SimpleValue;
import dev.godwit.mapping.bound.ToOneValue;
import dev.godwit.mapping.bound.Value;
import dev.godwit.mapping.naming.ImplicitNames.Constraint;
import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.schema.ForeignKey.Action;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The keys of collections: to the owner, to the elements, and the primary key of the collection's table. */
final class CollectionKeys {

    private final Binding binding;
    private final ForeignKeyReader reader;

    CollectionKeys(Binding binding) {
        this.binding = binding;
        this.reader = new ForeignKeyReader(binding);
    }

    /** The key to the owner, still without columns. */
    KeyValue make(CollectionSource source, JoinColumns columns) {
        CollectionValue collection = source.collection();
        if (source.isUnowned()) {
            String entity = columns.manyToManyOwner()
                    .map(name -> "inverse__" + name)
                    .orElseGet(() -> columns.holder().entity().name());
            binding.propertyReference(entity, source.mappedBy().orElseThrow())
                    .ifPresent(collection::referencedProperty);
        }
        Value referenced = collection
                .referencedProperty()
                .flatMap(collection.owner()::path)
                .map(BoundProperty::value)
                .orElseGet(collection.owner()::identifier);
        KeyValue key = new KeyValue(collection.table(), referenced);
        key.nullable(columns.specs().stream()
                .filter(spec -> !spec.isFormula())
                .findFirst()
                .map(spec -> spec.column().isNullable())
                .orElse(true));
        key.foreignKey(ofOwner(source).onDelete(ForeignKeyReader.onDelete(source.attribute())));
        collection.key(key);
        return key;
    }

    private ForeignKeyChoice ofOwner(CollectionSource source) {
        Attribute attribute = source.attribute();
        Optional<AnnotationView> table = source.collectionTable().or(() -> attribute.get(Jpa.JOIN_TABLE));
        if (table.isPresent()) {
            return ofTable(table.get(), "foreignKey", "joinColumns");
        }
        Optional<AnnotationView> overridden = source.holder().foreignKey(source.path());
        if (overridden.isPresent()) {
            return choice(overridden.get());
        }
        boolean inverse = source.isOneToMany() && source.isUnowned();
        if (inverse && ForeignKeyReader.onDelete(attribute) != Action.CASCADE) {
            return ForeignKeyChoice.DEFAULT.disabled();
        }
        return attribute
                .get(Jpa.JOIN_COLUMN)
                .filter(view -> !attribute.has(Jpa.JOIN_COLUMNS))
                .flatMap(view -> view.annotation("foreignKey"))
                .map(this::choice)
                .orElseGet(() -> reader.of(Optional.empty(), Optional.empty()));
    }

    private ForeignKeyChoice choice(AnnotationView view) {
        return reader.isNone(view) ? ForeignKeyChoice.DEFAULT.disabled() : reader.choice(view);
    }

    /** A key of a table annotation; its own statement goes before that of the first join column. */
    private ForeignKeyChoice ofTable(AnnotationView table, String own, String columns) {
        Optional<AnnotationView> stated = table.annotation(own);
        Optional<AnnotationView> nested =
                table.annotations(columns).stream().findFirst().flatMap(column -> column.annotation("foreignKey"));
        boolean off = stated.filter(reader::isNone).isPresent()
                || nested.filter(reader::isNone).isPresent();
        if (off) {
            return ForeignKeyChoice.DEFAULT.disabled();
        }
        return stated.filter(view -> view.text("name").isPresent() || nested.isEmpty())
                .or(() -> nested)
                .map(reader::choice)
                .orElse(ForeignKeyChoice.DEFAULT);
    }

    ForeignKeyChoice ofElements(CollectionSource source) {
        Optional<AnnotationView> table = source.attribute().get(Jpa.JOIN_TABLE);
        if (table.isEmpty()) {
            return reader.of(Optional.empty(), Optional.empty());
        }
        Optional<AnnotationView> stated = table.get().annotation("inverseForeignKey");
        if (stated.filter(reader::isNone).isPresent()) {
            return ForeignKeyChoice.DEFAULT.disabled();
        }
        return stated.filter(view -> view.text("name").isPresent())
                .or(() -> table.get().annotations("inverseJoinColumns").stream()
                        .findFirst()
                        .flatMap(column -> column.annotation("foreignKey")))
                .map(reader::choice)
                .orElse(ForeignKeyChoice.DEFAULT);
    }

    Action onDeleteOf(Value value) {
        if (value instanceof CollectionValue collection) {
            return collection.key().map(key -> key.foreignKey().onDelete()).orElse(Action.NO_ACTION);
        }
        return value instanceof SimpleValue simple ? simple.foreignKey().onDelete() : Action.NO_ACTION;
    }

    /** Whether the elements of a one to many set are the primary key of its table, as since Hibernate 7. */
    boolean makesElementsPrimary() {
        return binding.settings().hibernate() != HibernateLine.V6_6;
    }

    /** Makes the foreign keys and the primary key of a bound collection. */
    void createAll(CollectionValue collection) {
        collection.key().ifPresent(key -> createForeignKeys(collection, key));
        if (!collection.isInverse() && !collection.isOneToMany()) {
            createPrimaryKey(collection);
        }
    }

    private void createForeignKeys(CollectionValue collection, KeyValue key) {
        Optional<Value> referenced = collection
                .referencedProperty()
                .flatMap(collection.owner()::path)
                .map(BoundProperty::value);
        if (referenced.isPresent()) {
            if (binding.settings().hibernate().constrainsKeysToOtherAttributes()) {
                key.createForeignKey(collection.owner(), referenced.get().constraintColumns());
            }
            return;
        }
        collection
                .element()
                .filter(ToOneValue.class::isInstance)
                .map(ToOneValue.class::cast)
                .ifPresent(element -> {
                    if (element.referencedProperty().isEmpty()) {
                        binding.entity(element.referencedEntity())
                                .ifPresent(entity -> element.createForeignKey(entity, List.of()));
                    }
                });
        key.createForeignKey(collection.owner(), List.of());
    }

    private void createPrimaryKey(CollectionValue collection) {
        BoundTable table = collection.table();
        List<BoundColumn> columns =
                new ArrayList<>(collection.key().map(Value::columns).orElse(List.of()));
        if (collection.kind() == Kind.ID_BAG) {
            collection.identifier().ifPresent(id -> table.primaryKey(id.columns()));
        } else if (collection.kind() == Kind.SET) {
            collection.element().ifPresent(element -> createSetKey(collection, columns, element));
        } else if (collection.kind().isIndexed()) {
            Value index = collection.index().orElseThrow();
            boolean indexIsPartOfElement = index.hasFormula()
                    || index.columns().stream()
                            .anyMatch(column -> table.column(column).isEmpty());
            columns.addAll((indexIsPartOfElement ? collection.element().orElseThrow() : index).columns());
            table.primaryKey(columns);
        }
    }

    private void createSetKey(CollectionValue collection, List<BoundColumn> columns, Value element) {
        BoundTable table = collection.table();
        if (binding.settings().hibernate() == HibernateLine.V6_6) {
            createLegacySetKey(table, columns, element);
            return;
        }
        if (table.primaryKey().isPresent() || !table.uniqueKeys().isEmpty()) {
            return;
        }
        if (element.columns().stream().anyMatch(CollectionKeys::isLarge)) {
            return;
        }
        boolean nullable = element.columns().stream().anyMatch(BoundColumn::isNullable);
        columns.addAll(element.columns());
        if (nullable) {
            // Hibernate makes the name from the table of the owner
            Identifier name = binding.naming()
                    .implicit()
                    .uniqueKey(new Constraint(
                            collection.owner().table().name().name(),
                            columns.stream().map(BoundColumn::name).toList()));
            table.add(new BoundUniqueKey(Optional.of(name), false, false, columns, Optional.empty()));
        } else {
            table.primaryKey(columns);
        }
    }

    private static void createLegacySetKey(BoundTable table, List<BoundColumn> columns, Value element) {
        List<BoundColumn> elements = element.columns();
        if (!elements.isEmpty()
                && elements.stream().noneMatch(BoundColumn::isNullable)
                && table.primaryKey().isEmpty()) {
            columns.addAll(elements);
            table.primaryKey(columns);
        }
    }

    private static boolean isLarge(BoundColumn column) {
        return column.type() instanceof Type.Sized sized
                && switch (sized.kind()) {
                    case CLOB, NCLOB, BLOB -> true;
                    default -> false;
                };
    }
}
