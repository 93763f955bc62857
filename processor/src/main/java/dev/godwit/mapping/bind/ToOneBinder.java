package dev.godwit.mapping.bind;

import dev.godwit.mapping.Messages;
import dev.godwit.mapping.bind.AttributeBinder.Context;
import dev.godwit.mapping.bind.SecondPasses.ForeignKeyPass;
import dev.godwit.mapping.bound.BoundColumn;
import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.BoundJoin;
import dev.godwit.mapping.bound.BoundProperty;
import dev.godwit.mapping.bound.BoundTable;
import dev.godwit.mapping.bound.ComponentValue;
import dev.godwit.mapping.bound.ToOneValue;
import dev.godwit.mapping.naming.ImplicitNames.JoinTable;
import dev.godwit.mapping.naming.Name;
import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.mapping.read.ClassView;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** Binds {@code @ManyToOne} and {@code @OneToOne}, as {@code org.hibernate.boot.model.internal.ToOneBinder} does. */
final class ToOneBinder {

    private final Binding binding;
    private final AttributeBinder attributes;
    private final ForeignKeyBinder foreignKeys;
    private final SyntheticReferences references;
    private final ForeignKeyReader foreignKeyReader;
    private final OneToOneBinder oneToOnes;
    private final SecondaryTableBinder secondaryTables;

    ToOneBinder(Binding binding, AttributeBinder attributes) {
        this.binding = binding;
        this.attributes = attributes;
        this.foreignKeys = new ForeignKeyBinder(binding);
        this.references = new SyntheticReferences(binding);
        this.foreignKeyReader = new ForeignKeyReader(binding);
        this.oneToOnes = new OneToOneBinder(binding, this);
        this.secondaryTables = new SecondaryTableBinder(binding);
    }

    /** The class that an association refers to. */
    Optional<ClassView> target(Attribute attribute) {
        TypeMirror type = attribute
                .get(Jpa.MANY_TO_ONE)
                .or(() -> attribute.get(Jpa.ONE_TO_ONE))
                .flatMap(view -> view.type("targetEntity"))
                .orElse(attribute.type());
        return binding.types().classOf(type);
    }

    void bind(Attribute attribute, Context context, JoinColumns columns, boolean isId) {
        boolean oneToOne = attribute.has(Jpa.ONE_TO_ONE);
        if (!attribute.has(Jpa.MANY_TO_ONE)
                && oneToOne
                && (columns.mappedBy().isPresent() || isMappedToKey(attribute, context.holder(), columns))) {
            oneToOnes.bind(attribute, context, columns, targetName(attribute));
        } else {
            bindWithColumns(attribute, context, columns, isId, oneToOne);
        }
    }

    private String targetName(Attribute attribute) {
        return target(attribute)
                .map(ClassView::name)
                .orElseGet(() -> attribute.type().toString());
    }

    private static boolean isMappedToKey(Attribute attribute, Holder holder, JoinColumns columns) {
        if (attribute.hasAny(Jpa.PRIMARY_KEY_JOIN_COLUMN, Jpa.PRIMARY_KEY_JOIN_COLUMNS)
                && !attribute.has(Jpa.MAPS_ID)) {
            return true;
        }
        if (attribute.hasAny(Jpa.PRIMARY_KEY_JOIN_COLUMN, Jpa.PRIMARY_KEY_JOIN_COLUMNS)) {
            return true;
        }
        if (!holder.entity().hasIdentifier()) {
            return false;
        }
        var id = holder.entity().identifier().columns();
        return id.size() == columns.specs().size()
                && columns.columns().stream()
                        .anyMatch(column -> column.isNamed() && id.stream().anyMatch(column::isSameAs));
    }

    /** Whether the reference must be there: an id always, a mapped id unless what is not found is ignored. */
    boolean isMandatory(Attribute attribute) {
        boolean optional = attribute
                .get(Jpa.MANY_TO_ONE)
                .or(() -> attribute.get(Jpa.ONE_TO_ONE))
                .map(view -> view.bool("optional"))
                .orElse(true);
        return !optional || attribute.has(Jpa.ID) || (attribute.has(Jpa.MAPS_ID) && !ignoresNotFound(attribute));
    }

    static boolean ignoresNotFound(Attribute attribute) {
        return attribute
                .get(Hib.NOT_FOUND)
                .map(view -> view.constant("action").equals("IGNORE"))
                .orElse(false);
    }

    private void bindWithColumns(
            Attribute attribute, Context context, JoinColumns columns, boolean isId, boolean unique) {
        Holder holder = context.holder();
        String target = targetName(attribute);
        columns.target(target);
        boolean mandatory = isMandatory(attribute);
        Optional<AnnotationView> joinTable = holder.joinTable(attribute);
        joinTable.filter(view -> view.text("name").isPresent()).ifPresent(view -> {
            BoundJoin join = secondaryTables.addJoinTable(holder.root(), view);
            columns.join(join);
            if (attribute.has(Hib.NOT_FOUND)) {
                join.disableForeignKey();
            }
        });
        Columns.requireKnownTable(columns, attribute);
        ToOneValue value = new ToOneValue(columns.table(), target, false);
        if (ignoresNotFound(attribute)) {
            value.ignoreNotFound();
        }
        boolean relaxed = context.nullability() == Nullability.FORCED_NULL
                && binding.settings().hibernate().relaxesAssociationsOfSubclasses();
        if (mandatory && !relaxed) {
            columns.forceNotNull();
        }
        attribute.get(Jpa.MAPS_ID).ifPresent(view -> columns.mapsId(view.string("value")));
        value.foreignKey(foreignKeyReader.ofToOne(
                attribute, holder.foreignKey(holder.path(attribute.name())), attribute.has(Hib.NOT_FOUND)));
        BoundProperty property = AttributeBinder.property(attribute, value);
        property.optional(!mandatory && mayBeNull(attribute));
        if (isId) {
            attributes.bindId(holder, property, true, false);
        } else {
            holder.add(property, columns);
        }
        joinTable
                .filter(view -> view.text("name").isEmpty())
                .ifPresent(view -> binding.passes()
                        .toOneJoinTable(() -> impliedJoinTable(attribute, holder, view, columns, value, property)));
        Runnable pass = () -> linkToTarget(attribute, holder, columns, value, unique);
        if (binding.passes().isRunning()) {
            pass.run();
        } else {
            binding.passes()
                    .foreignKey(new ForeignKeyPass(
                            () -> isInPrimaryKey(holder, attribute),
                            value::table,
                            () -> binding.entity(target).map(BoundEntity::table),
                            pass));
        }
    }

    private static boolean mayBeNull(Attribute attribute) {
        List<AnnotationView> stated = attribute.all(Jpa.JOIN_COLUMN);
        return stated.isEmpty() || stated.stream().anyMatch(view -> view.bool("nullable"));
    }

    private boolean isInPrimaryKey(Holder holder, Attribute attribute) {
        BoundEntity entity = holder.entity();
        String path = holder.path(attribute.name());
        if (entity.identifierProperty().isPresent()) {
            return path.startsWith(entity.identifierProperty().get().name() + ".");
        }
        if (!(entity.identifier() instanceof ComponentValue component)) {
            return false;
        }
        String local = path.startsWith("id.") ? path.substring(3) : path;
        return component.properties().stream()
                .anyMatch(property -> local.equals(property.name()) || local.startsWith(property.name() + "."));
    }

    /** Gives a reference its columns, once the entity that it refers to is bound. */
    void linkToTarget(Attribute attribute, Holder holder, JoinColumns columns, ToOneValue value, boolean unique) {
        BoundEntity target = binding.entity(value.referencedEntity())
                .orElseThrow(() -> new MappingException(
                        Messages.unknownTarget(attribute.member().toString(), value.referencedEntity()),
                        attribute.place()));
        String path = holder.path(attribute.name());
        if (columns.referencedProperty().isPresent()) {
            value.referencedProperty(columns.referencedProperty().get());
            binding.propertyReference(
                    target.name(), path, columns.referencedProperty().get());
        } else {
            references.create(columns, target, holder.entity(), value, path, false);
        }
        foreignKeys.bind(target, holder.entity(), columns, value, unique);
        if (!value.ignoresNotFound()) {
            createPropertyForeignKey(target, value);
        }
    }

    private static void createPropertyForeignKey(BoundEntity target, ToOneValue value) {
        value.referencedProperty()
                .flatMap(target::path)
                .map(BoundProperty::value)
                .ifPresent(referenced -> {
                    value.sortColumns(referenced);
                    value.createForeignKey(target, referenced.columns())
                            .ifPresent(key -> key.referencedTable(referenced.table()));
                });
    }

    private void impliedJoinTable(
            Attribute attribute,
            Holder holder,
            AnnotationView view,
            JoinColumns columns,
            ToOneValue value,
            BoundProperty property) {
        BoundEntity owner = holder.entity();
        Optional<BoundEntity> target = binding.entity(value.referencedEntity());
        Name name = binding.naming()
                .table(new JoinTable(
                        JoinColumns.name(owner),
                        owner.table().logicalName(),
                        target.map(JoinColumns::name),
                        target.map(entity -> entity.table().logicalName()),
                        columns.path()));
        BoundTable table = binding.table(view.text("catalog"), view.text("schema"), name, Optional.empty());
        new TableBinder(binding).describe(table, view);
        BoundJoin join = secondaryTables.addJoin(holder.root(), view, table);
        if (attribute.has(Hib.NOT_FOUND)) {
            join.disableForeignKey();
        }
        value.table(table);
        columns.join(join);
        owner.properties().remove(property);
        join.properties().add(property);
        secondaryTables.bindKey(holder.root(), join, view.annotations("joinColumns"));
    }

    /** The unnamed columns of an association that the other side maps. */
    static void copyColumns(Iterable<BoundColumn> columns, dev.godwit.mapping.bound.SimpleValue value) {
        columns.forEach(column -> value.add(column.copy()));
    }
}
