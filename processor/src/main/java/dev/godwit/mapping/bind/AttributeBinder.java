package dev.godwit.mapping.bind;

import dev.godwit.mapping.bound.BasicValue;
import dev.godwit.mapping.bound.BoundColumn;
import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.BoundProperty;
import dev.godwit.mapping.bound.BoundTable;
import dev.godwit.mapping.bound.ComponentValue;
import dev.godwit.mapping.bound.Value;
import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.mapping.read.ClassView;
import dev.godwit.schema.Type;
import java.util.List;
import java.util.Optional;

/** Binds attributes, each by its kind, as {@code org.hibernate.boot.model.internal.PropertyBinder} does. */
final class AttributeBinder {

    /**
     * Where an attribute is bound.
     *
     * @param mapper whether it repeats an attribute of an id class within the entity
     * @param virtual whether the embeddable around it stands for attributes of the entity
     */
    record Context(Holder holder, Nullability nullability, boolean mapper, boolean virtual) {
        static Context of(Holder holder, Nullability nullability) {
            return new Context(holder, nullability, false, false);
        }
    }

    private final Binding binding;
    private final ColumnReader columnReader;
    private final JoinColumnReader joinColumnReader;
    private final ToOneBinder toOnes;
    private final EmbeddableBinder embeddables;
    private final CollectionBinder collections;
    private final AnyBinder anys;
    private final NaturalIds naturalIds;
    private final GeneratorBinder generators;

    AttributeBinder(Binding binding, GeneratorBinder generators) {
        this.binding = binding;
        this.columnReader = new ColumnReader(binding);
        this.joinColumnReader = new JoinColumnReader(binding);
        this.toOnes = new ToOneBinder(binding, this);
        this.embeddables = new EmbeddableBinder(binding, this);
        this.anys = new AnyBinder(binding);
        this.collections = new CollectionBinder(binding, embeddables, anys);
        this.naturalIds = new NaturalIds(binding);
        this.generators = generators;
    }

    EmbeddableBinder embeddables() {
        return embeddables;
    }

    GeneratorBinder generators() {
        return generators;
    }

    void bind(Attribute attribute, Context context) {
        Holder holder = context.holder();
        boolean inherited = holder.isEntity() && holder.entity().inherits(attribute.name());
        if (inherited || attribute.has(Hib.PARENT)) {
            return;
        }
        bindByKind(attribute, context);
        if (AttributeAnnotations.concern(attribute) && !attribute.isCollection()) {
            String path = holder.path(attribute.name());
            Runnable describe = () -> holder.entity()
                    .path(path)
                    .ifPresent(property -> new AttributeAnnotations(binding).onAttribute(attribute, property));
            binding.passes().last(describe);
        }
    }

    private void bindByKind(Attribute attribute, Context context) {
        Holder holder = context.holder();
        boolean isId = !holder.root().ignoresIds() && attribute.isId();
        if (attribute.has(Jpa.VERSION)) {
            bindVersion(attribute, context);
        } else if (attribute.isToOne()) {
            JoinColumns columns = toOneColumns(holder, attribute);
            toOnes.bind(attribute, context, columns, isId);
            naturalIds.add(attribute, columns);
        } else if (attribute.has(Hib.ANY)) {
            bindAny(attribute, context);
        } else if (attribute.isCollection()) {
            collections.bind(attribute, context);
        } else {
            naturalIds.add(attribute, bindBasicOrEmbedded(attribute, context, isId));
        }
    }

    private JoinColumns toOneColumns(Holder holder, Attribute attribute) {
        return joinColumnReader.stated(holder, attribute).orElseGet(() -> impliedToOneColumns(holder, attribute));
    }

    private JoinColumns impliedToOneColumns(Holder holder, Attribute attribute) {
        Optional<String> mappedBy = attribute.get(Jpa.ONE_TO_ONE).flatMap(view -> view.text("mappedBy"));
        Optional<AnnotationView> joinTable = mappedBy.isPresent() ? Optional.empty() : holder.joinTable(attribute);
        if (joinTable.isPresent()) {
            return joinColumnReader.ofJoinTable(
                    holder,
                    attribute,
                    joinTable.get().annotations("inverseJoinColumns"),
                    Optional.empty(),
                    binding.settings().hibernate().requiresTargetsInJoinTables());
        }
        return joinColumnReader.read(holder, attribute, Optional.empty(), mappedBy);
    }

    private void bindAny(Attribute attribute, Context context) {
        JoinColumns columns = joinColumnReader
                .stated(context.holder(), attribute)
                .orElseGet(
                        () -> joinColumnReader.read(context.holder(), attribute, Optional.empty(), Optional.empty()));
        anys.bind(attribute, context, columns);
        naturalIds.add(attribute, columns);
    }

    private void bindVersion(Attribute attribute, Context context) {
        boolean required = binding.settings().hibernate().requiresVersions();
        Columns columns = columnReader.ofAttribute(
                context.holder(), attribute, required ? Nullability.FORCED_NOT_NULL : Nullability.NO_CONSTRAINT);
        if (required) {
            columns.forceNotNull();
        }
        add(attribute, context.holder(), columns, basic(columns));
    }

    private BasicValue basic(Columns columns) {
        BoundTable table = columns.table();
        BasicValue value = new BasicValue(table);
        columns.link(value);
        return value;
    }

    private BoundProperty add(Attribute attribute, Holder holder, Columns columns, Value value) {
        BoundProperty property = property(attribute, value);
        holder.add(property, columns);
        return property;
    }

    static BoundProperty property(Attribute attribute, Value value) {
        BoundProperty property = new BoundProperty(attribute.name(), value, Optional.of(attribute.member()), false);
        property.optional(!attribute.isId() && !attribute.has(Jpa.VERSION) && ColumnReader.isOptionalByType(attribute));
        property.naturalId(attribute.has(Hib.NATURAL_ID));
        return property;
    }

    private Columns bindBasicOrEmbedded(Attribute attribute, Context context, boolean isId) {
        Holder holder = context.holder();
        Optional<Attribute> overriding = overriding(attribute, context, isId);
        if (overriding.isPresent()) {
            return bindOverridden(attribute, context, isId, overriding.get());
        }
        Columns columns = columnReader.ofAttribute(holder, attribute, context.nullability());
        columns.place(attribute.place());
        Columns.requireKnownTable(columns, attribute);
        if (embeddables.isEmbedded(attribute)) {
            ComponentValue component = embeddables.bind(attribute, context, isId, columns);
            addEmbedded(attribute, context, isId, component);
            if (isId) {
                generators.bind(attribute, component, holder.entity());
            }
            return columns;
        }
        if (isId || !isExplicitlyOptional(attribute) && context.nullability() != Nullability.FORCED_NULL) {
            columns.forceNotNull();
        }
        if (context.nullability() == Nullability.FORCED_NOT_NULL) {
            columns.forceNotNull();
        }
        BasicValue value = basic(columns, holder);
        BoundProperty property = property(attribute, value);
        if (isId) {
            bindId(holder, property, false, false);
            generators.bind(attribute, value, holder.entity());
        } else {
            holder.add(property, columns);
        }
        return columns;
    }

    private BasicValue basic(Columns columns, Holder holder) {
        if (holder instanceof ComponentHolder component && component.component().isTableStated()) {
            columns.table(component.table());
        }
        return basic(columns);
    }

    private static boolean isExplicitlyOptional(Attribute attribute) {
        return attribute.get(Jpa.BASIC).map(basic -> basic.bool("optional")).orElse(true);
    }

    private void addEmbedded(Attribute attribute, Context context, boolean isId, ComponentValue component) {
        BoundProperty property = property(attribute, component);
        if (isId) {
            bindId(context.holder(), property, false, context.virtual());
        } else {
            context.holder().add(property);
        }
    }

    /** Makes the attribute the identifier, or a part of it where there are several. */
    void bindId(Holder holder, BoundProperty property, boolean isToOne, boolean virtual) {
        EntityHolder root = holder.root();
        BoundEntity entity = root.entity();
        if (isToOne || root.wrapsIds()) {
            ComponentValue identifier;
            if (entity.hasIdentifier() && entity.identifier() instanceof ComponentValue known) {
                identifier = known;
            } else {
                identifier = new ComponentValue(entity, entity.table(), entity.name(), true);
                entity.identifier(identifier);
                entity.identifierMapper(identifier);
                binding.passes().component(identifier::sortProperties);
            }
            identifier.add(property);
        } else {
            entity.identifier(property.value());
            if (!virtual) {
                entity.identifierProperty(property);
            }
        }
    }

    /** The association whose key is this part of the identifier: by {@code @MapsId}, or an id that is a reference. */
    private Optional<Attribute> overriding(Attribute attribute, Context context, boolean isId) {
        Holder holder = context.holder();
        if (!context.mapper() && !isId && !holder.isWithinEmbeddedId() && !holder.isInIdClass()) {
            return Optional.empty();
        }
        String entity = holder.entity().name();
        if (holder.isInIdClass()) {
            return binding.toOneId(entity, attribute.name()).or(() -> binding.mapsId(entity, attribute.name()));
        }
        return binding.mapsId(entity, isId ? "" : attribute.name());
    }

    private Columns bindOverridden(Attribute attribute, Context context, boolean isId, Attribute association) {
        Holder holder = context.holder();
        JoinColumns columns =
                joinColumnReader.stated(holder, association).orElseGet(() -> impliedToOneColumns(holder, association));
        Optional<ClassView> target = toOnes.target(association);
        boolean composite = target.flatMap(binding.hierarchy()::state).isPresent()
                ? target.filter(embeddables::hasCompositeId).isPresent()
                : embeddables.isEmbedded(attribute);
        String entityName = target.map(ClassView::name).orElse("");
        columns.target(entityName);
        if (composite) {
            ComponentValue component =
                    embeddables.bindOverridden(attribute, context, isId, entityName, association.name(), columns);
            addEmbedded(attribute, context, isId, component);
            return columns;
        }
        columns.forceNotNull();
        BasicValue value = new BasicValue(columns.table());
        if (!binding.passes().isRunning() && columns.first().isNameDeferred()) {
            binding.passes()
                    .foreignKey(new SecondPasses.ForeignKeyPass(
                            () -> true,
                            value::table,
                            () -> binding.entity(entityName).map(BoundEntity::table),
                            () -> binding.entity(entityName).ifPresent(entity -> {
                                ForeignKeyBinder.linkInOrder(entity, entity.key(), columns, value);
                                typeAsDeclared(value, attribute, columns.holder());
                            })));
        } else {
            typeAsTarget(columns, attribute);
            columns.specs().forEach(spec -> spec.link(value));
        }
        BoundProperty property = property(attribute, value);
        if (isId) {
            bindId(holder, property, false, false);
        } else {
            holder.add(property, columns);
        }
        return columns;
    }

    /** The attribute's own Java type decides what is in the column, the referenced column how long it is. */
    private void typeAsDeclared(BasicValue value, Attribute attribute, Holder holder) {
        List<BoundColumn> own = columnReader
                .ofAttribute(holder, attribute, Nullability.NO_CONSTRAINT)
                .columns();
        List<BoundColumn> linked = value.columns();
        for (int i = 0; i < linked.size() && i < own.size(); i++) {
            BoundColumn declared = own.get(i);
            linked.get(i)
                    .retyped(referenced ->
                            declared.type() instanceof Type.Simple simple && referenced instanceof Type.Simple
                                    ? simple
                                    : referenced);
        }
    }

    private void typeAsTarget(JoinColumns columns, Attribute attribute) {
        List<BoundColumn> own = columnReader
                .ofAttribute(columns.holder(), attribute, Nullability.NO_CONSTRAINT)
                .columns();
        List<BoundColumn> joined = columns.columns();
        for (int i = 0; i < joined.size() && i < own.size(); i++) {
            joined.get(i).typeOf(own.get(i));
        }
    }
}
