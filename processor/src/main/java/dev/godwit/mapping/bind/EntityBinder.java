package dev.godwit.mapping.bind;

import dev.godwit.mapping.Messages;
import dev.godwit.mapping.bind.AttributeBinder.Context;
import dev.godwit.mapping.bind.SecondPasses.ForeignKeyPass;
import dev.godwit.mapping.bound.BoundColumn;
import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.BoundTable;
import dev.godwit.mapping.bound.ForeignKeyChoice;
import dev.godwit.mapping.bound.KeyValue;
import dev.godwit.mapping.naming.EntityName;
import dev.godwit.mapping.naming.Name;
import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.mapping.read.ClassView;
import dev.godwit.model.Origin;
import dev.godwit.schema.ForeignKey.Action;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Binds entities, as {@code org.hibernate.boot.model.internal.EntityBinder} does. */
final class EntityBinder {

    private final Binding binding;
    private final AttributeBinder attributes;
    private final IdentifierBinder identifiers;
    private final SecondaryTableBinder secondaryTables;
    private final TableBinder tables;
    private final Discriminators discriminators;
    private final ForeignKeyBinder foreignKeys;
    private final ForeignKeyReader foreignKeyReader;
    private final JoinColumnReader joinColumns;
    private final SoftDeletes softDeletes;

    EntityBinder(Binding binding, GeneratorBinder generators) {
        this.binding = binding;
        this.attributes = new AttributeBinder(binding, generators);
        this.identifiers = new IdentifierBinder(binding, attributes);
        this.secondaryTables = new SecondaryTableBinder(binding);
        this.tables = new TableBinder(binding);
        this.discriminators = new Discriminators(binding);
        this.foreignKeys = new ForeignKeyBinder(binding);
        this.foreignKeyReader = new ForeignKeyReader(binding);
        this.joinColumns = new JoinColumnReader(binding);
        this.softDeletes = new SoftDeletes(binding);
    }

    void bind(Hierarchy.State state) {
        ClassView view = state.view();
        Optional<BoundEntity> parent = binding.hierarchy()
                .superEntityState(view)
                .flatMap(above -> binding.entity(above.view().name()));
        String jpaName = view.annotations()
                .get(Jpa.ENTITY)
                .flatMap(entity -> entity.text("name"))
                .orElseGet(() -> EntityNames.simple(view));
        BoundEntity entity = new BoundEntity(view, jpaName, kind(state, parent), parent);
        bindTable(state, entity);
        EntityHolder holder = new EntityHolder(entity);
        binding.add(entity, holder);
        secondaryTables.addStated(holder);
        checks(entity);
        if (entity.kind() == BoundEntity.Kind.JOINED) {
            bindKeyToParent(entity, holder);
        }
        discriminators.bindRoot(holder, state);
        entity.discriminatorValue(Discriminators.valueOf(entity));
        bindAttributes(state, entity, holder);
        if (entity.kind() == BoundEntity.Kind.ROOT) {
            binding.passes().key(() -> createPrimaryKey(entity));
            softDeletes.bind(entity);
        }
        if (entity.kind() == BoundEntity.Kind.SINGLE_TABLE
                && binding.settings().hibernate().checksSubclassColumns()) {
            binding.passes().general(() -> SubclassChecks.add(entity));
        }
        view.annotations().get(Jpa.TABLE).ifPresent(table -> {
            tables.indexes(entity.table(), table);
            tables.details(entity.table(), table);
        });
        new TypeBinders(binding).apply(entity);
    }

    private static BoundEntity.Kind kind(Hierarchy.State state, Optional<BoundEntity> parent) {
        if (parent.isEmpty()) {
            return BoundEntity.Kind.ROOT;
        }
        return switch (state.strategy()) {
            case SINGLE_TABLE -> BoundEntity.Kind.SINGLE_TABLE;
            case JOINED -> BoundEntity.Kind.JOINED;
            case TABLE_PER_CLASS -> BoundEntity.Kind.UNION;
        };
    }

    private void bindTable(Hierarchy.State state, BoundEntity entity) {
        if (!state.hasTable()) {
            return;
        }
        Optional<AnnotationView> stated = entity.view().annotations().get(Jpa.TABLE);
        Name name = stated.flatMap(view -> view.text("name"))
                .map(binding.naming()::table)
                .orElseGet(() -> binding.naming().table(new EntityName(entity.name(), entity.jpaName())));
        BoundTable table = binding.table(
                stated.flatMap(view -> view.text("catalog")),
                stated.flatMap(view -> view.text("schema")),
                name,
                entity.kind() == BoundEntity.Kind.UNION
                        ? entity.superEntity().map(BoundEntity::table)
                        : Optional.empty());
        table.origin(new Origin(entity.name(), ""));
        stated.ifPresent(view -> tables.uniqueConstraints(table, view));
        if (entity.view().element().getModifiers().contains(Modifier.ABSTRACT)) {
            table.markAbstract();
        }
        if (entity.view().annotations().hasAny(Hib.SUBSELECT, Hib.VIEW)) {
            table.markVirtual();
        }
        entity.table(table);
    }

    private void checks(BoundEntity entity) {
        List<AnnotationView> checks = entity.view().annotations().all(Hib.CHECK);
        if (!checks.isEmpty()) {
            binding.passes().last(() -> checks.forEach(view -> EntityChecks.add(entity, TableBinder.check(view))));
        }
    }

    private void bindKeyToParent(BoundEntity entity, EntityHolder holder) {
        BoundEntity parent = entity.superEntity().orElseThrow();
        List<AnnotationView> stated = entity.view().annotations().all(Jpa.PRIMARY_KEY_JOIN_COLUMN);
        KeyValue key = new KeyValue(entity.table(), parent.identifier());
        key.foreignKey(keyToParent(entity));
        entity.key(key);
        JoinColumns columns = joinColumns.ofPrimaryKey(holder, parent, stated);
        columns.target(parent.name());
        binding.passes()
                .foreignKey(new ForeignKeyPass(
                        () -> true,
                        key::table,
                        () -> Optional.of(parent.table()),
                        () -> foreignKeys.bind(parent, entity, columns, key, false)));
        binding.passes().key(() -> {
            createPrimaryKey(entity);
            key.createForeignKey(parent, List.of());
        });
    }

    private ForeignKeyChoice keyToParent(BoundEntity entity) {
        Optional<AnnotationView> nested = entity.view()
                .annotations()
                .get(Jpa.PRIMARY_KEY_JOIN_COLUMNS)
                .or(() -> entity.view().annotations().get(Jpa.PRIMARY_KEY_JOIN_COLUMN))
                .flatMap(view -> view.annotation("foreignKey"));
        Action onDelete = entity.view()
                .annotations()
                .get(Hib.ON_DELETE)
                .map(ForeignKeyReader::action)
                .orElse(Action.NO_ACTION);
        return foreignKeyReader
                .of(entity.view().annotations().get(Jpa.FOREIGN_KEY), nested)
                .onDelete(onDelete);
    }

    /** Most databases want the columns that rows are parted by in the primary key; H2 alone does without. */
    private void createPrimaryKey(BoundEntity entity) {
        if (entity.table().primaryKey().isEmpty()) {
            List<BoundColumn> key = new ArrayList<>(entity.key().columns());
            if (binding.settings().hibernate().addsPartitionKeys()) {
                entity.properties().stream()
                        .filter(property -> property.member()
                                .filter(member -> member.has(Hib.PARTITION_KEY))
                                .isPresent())
                        .forEach(property -> key.addAll(property.value().columns()));
            }
            entity.table().primaryKey(key);
        }
    }

    private void bindAttributes(Hierarchy.State state, BoundEntity entity, EntityHolder holder) {
        AccessKind access = binding.hierarchy().defaultAccess(state.view());
        holder.access(AccessKind.stated(state.view().annotations()).orElse(access));
        List<Attribute> all = attributesOf(state, access);
        long ids = all.stream().filter(Attribute::isId).count();
        if (ids == 0 && !state.hasParents()) {
            throw new MappingException(
                    Messages.noIdentifier(entity.name()), entity.view().place());
        }
        Set<String> inIdClass = identifiers.bindIdClass(state, entity, holder, all);
        if (inIdClass.isEmpty()) {
            holder.wrapIds(ids > 1);
        }
        all.stream()
                .filter(attribute -> !inIdClass.contains(attribute.name()))
                .forEach(attribute -> binding.guarded(
                        () -> attributes.bind(attribute, Context.of(holder, nullability(state, attribute)))));
        if (!entity.hasIdentifier()) {
            throw new MappingException(
                    Messages.noIdentifier(entity.name()), entity.view().place());
        }
    }

    /** The attributes of an entity and of the mapped superclasses above it, identifiers first. */
    private List<Attribute> attributesOf(Hierarchy.State state, AccessKind access) {
        List<Attribute> ids = new ArrayList<>();
        List<Attribute> others = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ClassView view : binding.hierarchy().segment(state.view())) {
            for (Attribute attribute :
                    binding.finder().attributes(view, state.view().type(), access)) {
                if (names.add(attribute.name())) {
                    (attribute.isId() ? ids : others).add(attribute);
                    remember(state.view(), attribute);
                }
            }
        }
        ids.addAll(others);
        return ids;
    }

    private void remember(ClassView entity, Attribute attribute) {
        if (attribute.isId() && attribute.isToOne()) {
            binding.toOneId(entity.name(), attribute);
        }
        attribute.get(Jpa.MAPS_ID).ifPresent(view -> binding.mapsId(entity.name(), view.string("value"), attribute));
    }

    private static Nullability nullability(Hierarchy.State state, Attribute attribute) {
        if (attribute.has(Jpa.VERSION)) {
            return Nullability.FORCED_NOT_NULL;
        }
        return state.strategy() == Hierarchy.Strategy.SINGLE_TABLE && state.hasParents()
                ? Nullability.FORCED_NULL
                : Nullability.NO_CONSTRAINT;
    }
}
