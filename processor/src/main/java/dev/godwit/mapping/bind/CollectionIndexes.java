package dev.godwit.mapping.bind;

import dev.godwit.mapping.Messages;
import dev.godwit.mapping.bound.BasicValue;
import dev.godwit.mapping.bound.BoundColumn;
import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.BoundProperty;
import dev.godwit.mapping.bound.CollectionValue;
import dev.godwit.mapping.bound.ComponentValue;
import dev.godwit.mapping.bound.ForeignKeyChoice;
import dev.godwit.mapping.bound.OneToManyValue;
import dev.godwit.mapping.bound.ToOneValue;
import dev.godwit.mapping.bound.Value;
import dev.godwit.mapping.naming.Name;
import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.mapping.read.ClassView;
import dev.godwit.mapping.type.BasicSource.Role;
import dev.godwit.mapping.type.ColumnSize;
import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.schema.Check;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Binds what gives the elements of a collection their place: a position, a map's key, an identifier. */
final class CollectionIndexes {

    private final Binding binding;
    private final EmbeddableBinder embeddables;
    private final CollectionElements elements;
    private final ColumnReader columnReader;
    private final JoinColumnReader joinColumnReader;
    private final ForeignKeyBinder foreignKeys;
    private final SyntheticReferences references;

    CollectionIndexes(Binding binding, EmbeddableBinder embeddables, CollectionElements elements) {
        this.binding = binding;
        this.embeddables = embeddables;
        this.elements = elements;
        this.columnReader = new ColumnReader(binding);
        this.joinColumnReader = new JoinColumnReader(binding);
        this.foreignKeys = new ForeignKeyBinder(binding);
        this.references = new SyntheticReferences(binding);
    }

    void bindPosition(CollectionSource source) {
        CollectionValue collection = source.collection();
        Attribute attribute = source.attribute();
        Optional<AnnotationView> stated = attribute.get(Jpa.ORDER_COLUMN);
        Name name = stated.map(view -> view.text("name")
                        .map(binding.naming()::column)
                        .orElseGet(() -> binding.naming().orderColumn(attribute.name())))
                .orElseGet(() -> binding.naming().listIndexColumn(attribute.name()));
        BoundColumn column = new BoundColumn().name(name.physical()).explicit(stated.isPresent());
        stated.ifPresent(view -> column.nullable(view.bool("nullable"))
                .definition(view.text("columnDefinition"))
                .options(view.text("options")));
        if (!collection.isOneToMany()) {
            column.nullable(false);
        }
        binding.basicColumns()
                .describe(column, source.holder(), attribute, Role.LIST_INDEX, integer(), ColumnSize.UNSTATED);
        int base = attribute
                .get(Hib.LIST_INDEX_BASE)
                .map(view -> view.integer("value"))
                .orElse(0);
        if (binding.settings().hibernate() != HibernateLine.V6_6) {
            column.check(new Check(Optional.empty(), name.physical() + ">=" + base));
        }
        Columns columns = new Columns(binding, source.holder(), source.path());
        columns.origin(source.path() + "/index");
        columns.add(new Columns.Entry(column, Optional.of(name.logical())));
        collection.index(link(columns, collection));
    }

    private TypeMirror integer() {
        return binding.reader().types().getPrimitiveType(TypeKind.INT);
    }

    private static BasicValue link(Columns columns, CollectionValue collection) {
        columns.table(collection.table());
        BasicValue value = new BasicValue(collection.table());
        columns.link(value);
        return value;
    }

    void bindIdentifier(CollectionSource source) {
        Attribute attribute = source.attribute();
        Optional<AnnotationView> id = attribute.get(Hib.COLLECTION_ID);
        Columns columns = columnReader.read(
                source.holder(),
                attribute.named("id"),
                Nullability.FORCED_NOT_NULL,
                Role.COLLECTION_ID,
                attribute.type(),
                id.flatMap(view -> view.annotation("column")));
        columns.forceNotNull();
        columns.origin(source.path() + "/id");
        BasicValue value = link(columns, source.collection());
        source.collection().identifier(value);
        id.ifPresent(view -> new GeneratorBinder(binding)
                .bindCollectionId(attribute, value, source.collection().owner(), view.string("generator")));
    }

    void bindMapKey(CollectionSource source) {
        Optional<AnnotationView> byProperty = source.attribute().get(Jpa.MAP_KEY);
        if (byProperty.isPresent()) {
            bindKeyProperty(source, byProperty.get());
            return;
        }
        TypeMirror type = source.attribute()
                .get(Jpa.MAP_KEY_CLASS)
                .flatMap(view -> view.type("value"))
                .orElseGet(() -> binding.types().mapKey(source.attribute().type()));
        Optional<BoundEntity> entity =
                binding.types().classOf(type).map(ClassView::name).flatMap(binding::entity);
        if (entity.isPresent()) {
            bindKeyEntity(source, entity.get());
        } else if (isEmbeddedKey(source, type)) {
            bindEmbeddedKey(source, type);
        } else {
            bindBasicKey(source, type);
        }
    }

    private void bindKeyProperty(CollectionSource source, AnnotationView mapKey) {
        BoundEntity target = binding.types()
                .classOf(source.elementType())
                .map(ClassView::name)
                .flatMap(binding::entity)
                .orElseThrow(() -> new MappingException(
                        Messages.unknownTarget(
                                source.attribute().member().toString(),
                                source.elementType().toString()),
                        source.attribute().place()));
        Value value = mapKey.text("name")
                .map(name -> target.path(name)
                        .map(BoundProperty::value)
                        .orElseThrow(() -> new MappingException(
                                Messages.unknownMappedBy(
                                        source.attribute().member().toString(), name, target.name()),
                                mapKey.place())))
                .orElseGet(target::identifier);
        BasicValue index = new BasicValue(value.table());
        value.selectables().forEach(index::add);
        source.collection().index(index);
    }

    private void bindKeyEntity(CollectionSource source, BoundEntity entity) {
        CollectionValue collection = source.collection();
        Attribute attribute = source.attribute();
        ToOneValue value = new ToOneValue(collection.table(), entity.name(), false);
        attribute
                .get(Jpa.MAP_KEY_JOIN_COLUMNS)
                .or(() -> attribute.get(Jpa.MAP_KEY_JOIN_COLUMN))
                .flatMap(view -> view.annotation("foreignKey"))
                .ifPresent(view -> value.foreignKey(choice(view)));
        JoinColumns columns = joinColumnReader.mapKey(source.holder(), attribute);
        columns.target(entity.name());
        columns.origin(source.path() + "/key");
        collection.index(value);
        references.create(columns, entity, collection.owner(), value, attribute.name(), true);
        if (!collection.isOneToMany()) {
            columns.forceNotNull();
        }
        foreignKeys.bind(entity, collection.owner(), columns, value, false);
        if (!collection.isOneToMany()) {
            value.columns().forEach(column -> column.nullable(false));
        }
    }

    private ForeignKeyChoice choice(AnnotationView view) {
        ForeignKeyReader reader = new ForeignKeyReader(binding);
        return reader.isNone(view) ? ForeignKeyChoice.DEFAULT.disabled() : reader.choice(view);
    }

    private boolean isEmbeddedKey(CollectionSource source, TypeMirror type) {
        boolean overridden = source.attribute().all(Jpa.ATTRIBUTE_OVERRIDE).stream()
                .anyMatch(view -> view.string("name").startsWith("key."));
        return overridden && binding.types().classOf(type).isPresent()
                || embeddables.isEmbeddable(type)
                || embeddedByUserType(source, type).isPresent();
    }

    private Optional<TypeMirror> embeddedByUserType(CollectionSource source, TypeMirror type) {
        return binding.userTypes().embeddableKey(source.attribute().annotations(), type);
    }

    private void bindEmbeddedKey(CollectionSource source, TypeMirror type) {
        String name = source.isHibernateExtension() ? "index" : "key";
        ComponentValue key = elements.component(
                source,
                source.path() + ".mapkey",
                name,
                embeddedByUserType(source, type).orElse(type),
                source.attribute().name());
        source.collection().index(key);
    }

    private void bindBasicKey(CollectionSource source, TypeMirror type) {
        CollectionValue collection = source.collection();
        Columns columns = columnReader.read(
                source.holder(),
                source.attribute(),
                Nullability.FORCED_NOT_NULL,
                Role.MAP_KEY,
                type,
                source.attribute().get(Jpa.MAP_KEY_COLUMN));
        columns.origin(source.path() + "/key");
        collection.index(link(columns, collection));
        if (collection.element().orElseThrow() instanceof OneToManyValue element
                && source.attribute().has(Jpa.MAP_KEY_COLUMN)) {
            columns.columns().stream()
                    .filter(column -> !isMapped(element.entity(), column))
                    .forEach(column -> column.nullable(true));
        }
    }

    private static boolean isMapped(BoundEntity entity, BoundColumn column) {
        return entity.properties().stream()
                .anyMatch(property -> property.value().columns().stream().anyMatch(column::isSameAs));
    }
}
