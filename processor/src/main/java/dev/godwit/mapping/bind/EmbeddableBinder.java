package dev.godwit.mapping.bind;

import dev.godwit.mapping.Messages;
import dev.godwit.mapping.bind.AttributeBinder.Context;
import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.BoundTable;
import dev.godwit.mapping.bound.ComponentValue;
import dev.godwit.mapping.read.ClassView;
import dev.godwit.mapping.read.Member;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Binds embeddables, as {@code org.hibernate.boot.model.internal.EmbeddableBinder} does. */
final class EmbeddableBinder {

    private final Binding binding;
    private final AttributeBinder attributes;
    private final Aggregates aggregates;
    private final Discriminators discriminators;

    EmbeddableBinder(Binding binding, AttributeBinder attributes) {
        this.binding = binding;
        this.attributes = attributes;
        this.aggregates = new Aggregates();
        this.discriminators = new Discriminators(binding);
    }

    /** Whether an attribute is embedded: by its annotation or by that of its class. */
    boolean isEmbedded(Attribute attribute) {
        if (attribute.hasAny(Jpa.EMBEDDED, Jpa.EMBEDDED_ID)) {
            return true;
        }
        return hasCompositeUserType(attribute) || !attribute.has(Jpa.CONVERT) && isEmbeddable(target(attribute));
    }

    private boolean hasCompositeUserType(Attribute attribute) {
        return binding.userTypes()
                .embeddable(attribute.annotations(), attribute.type())
                .isPresent();
    }

    boolean isEmbeddable(TypeMirror type) {
        return binding.types()
                .classOf(type)
                .filter(view -> view.has(Jpa.EMBEDDABLE))
                .isPresent();
    }

    /** The embeddable that an attribute holds: its own type, or the one it or its user type names instead. */
    TypeMirror target(Attribute attribute) {
        return binding.userTypes()
                .embeddable(attribute.annotations(), attribute.type())
                .or(() -> statedTarget(attribute))
                .orElse(attribute.type());
    }

    private Optional<TypeMirror> statedTarget(Attribute attribute) {
        return binding.settings().hibernate().knowsNewEmbeddableAnnotations()
                ? attribute
                        .get(Hib.TARGET_EMBEDDABLE)
                        .or(() -> binding.types()
                                .classOf(attribute.type())
                                .flatMap(view -> view.annotations().get(Hib.TARGET_EMBEDDABLE)))
                        .flatMap(view -> view.type("value"))
                : Optional.empty();
    }

    /** Whether an entity's identifier has several attributes. */
    boolean hasCompositeId(ClassView entity) {
        return binding.hierarchy().classWithIdClass(entity, true).isPresent()
                || Hierarchy.lineage(entity)
                        .flatMap(
                                view -> java.util.stream.Stream.concat(view.fields().stream(), view.getters().stream()))
                        .anyMatch(member -> member.has(Jpa.EMBEDDED_ID));
    }

    /** Binds an embedded attribute. */
    ComponentValue bind(Attribute attribute, Context context, boolean isId, Columns columns) {
        Holder holder = context.holder();
        requireReadableUserType(attribute);
        TypeMirror type = target(attribute);
        ClassView view = binding.types()
                .classOf(type)
                .orElseThrow(() -> new MappingException(
                        Messages.notEmbeddable(attribute.member().toString(), type.toString()), attribute.place()));
        requireNoRecursion(attribute, holder, view);
        ComponentValue component = new ComponentValue(holder.entity(), holder.table(), view.name(), false);
        explicitTable(attribute, holder).ifPresent(component::stateTable);
        ComponentHolder inner =
                new ComponentHolder(component, holder.path(attribute.name()), view, Optional.of(attribute), holder);
        if (aggregates.bind(attribute, component, view, columns)) {
            return component;
        }
        sortLater(component);
        fill(inner, view, type, attribute.name(), access(attribute, holder), isId);
        return component;
    }

    private void requireReadableUserType(Attribute attribute) {
        if (attribute.has(Hib.COMPOSITE_TYPE) && !hasCompositeUserType(attribute)) {
            binding.diagnostics()
                    .report(
                            Messages.notUnderstood(
                                    "What the user type of " + attribute.name() + " embeds",
                                    "Write its method embeddable() as the return of a class literal."),
                            attribute.place());
        }
    }

    private void sortLater(ComponentValue component) {
        if (!binding.passes().isRunning()) {
            binding.passes().component(component::sortProperties);
        }
    }

    private static void requireNoRecursion(Attribute attribute, Holder holder, ClassView view) {
        for (Optional<Holder> at = Optional.of(holder); at.isPresent(); at = at.flatMap(Holder::parent)) {
            if (at.get() instanceof ComponentHolder component
                    && Hierarchy.lineage(view)
                            .anyMatch(each ->
                                    each.name().equals(component.component().className()))) {
                throw new MappingException(
                        Messages.recursiveEmbeddable(attribute.member().toString(), view.name()), attribute.place());
            }
        }
    }

    private Optional<BoundTable> explicitTable(Attribute attribute, Holder holder) {
        if (holder instanceof ComponentHolder above && above.component().isTableStated()) {
            return Optional.of(above.table());
        }
        return attribute
                .get(Hib.EMBEDDED_TABLE)
                .filter(view -> binding.settings().hibernate().knowsNewEmbeddableAnnotations())
                .flatMap(view -> holder.root().join(binding.identifier(view.string("value"))))
                .map(join -> join.table());
    }

    private static AccessKind access(Attribute attribute, Holder holder) {
        return AccessKind.stated(attribute.annotations()).orElse(holder.root().access());
    }

    /** Binds the attributes of an embeddable, with those of mapped superclasses and of its embeddable subclasses. */
    void fill(ComponentHolder holder, ClassView view, TypeMirror type, String name, AccessKind access, boolean isId) {
        discriminators.bindEmbeddable(holder, view, name);
        DeclaredType owner = type instanceof DeclaredType declared ? declared : view.type();
        List<Attribute> all = attributes(view, owner, access, false);
        holder.component().discriminator().ifPresent(present -> addSubclasses(view, access, all));
        if (!all.isEmpty()
                && view.components().stream()
                        .map(Member::name)
                        .toList()
                        .equals(all.stream().map(Attribute::name).toList())) {
            holder.component().keepOrder();
        }
        Nullability nullability = nullability(holder.entity(), holder, isId);
        all.forEach(attribute -> {
            attributes.bind(attribute, Context.of(holder, nullability));
            if (holder.isWithinEmbeddedId()) {
                holder.component()
                        .property(attribute.name())
                        .ifPresent(
                                property -> attributes.generators().bind(attribute, property.value(), holder.entity()));
            }
        });
    }

    private static Nullability nullability(BoundEntity entity, ComponentHolder holder, boolean isId) {
        if (entity.kind() == BoundEntity.Kind.SINGLE_TABLE && !holder.isWithinElementCollection()) {
            return Nullability.FORCED_NULL;
        }
        return isId ? Nullability.FORCED_NOT_NULL : Nullability.NO_CONSTRAINT;
    }

    /** The attributes of an embeddable or id class, the class' own before those it inherits. */
    List<Attribute> attributes(ClassView view, DeclaredType owner, AccessKind access, boolean idClass) {
        List<Attribute> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Optional<ClassView> at = Optional.of(view);
        while (at.isPresent()) {
            binding.finder().attributes(at.get(), owner, access).stream()
                    .filter(attribute -> names.add(attribute.name()))
                    .forEach(all::add);
            at = at.flatMap(ClassView::superclass)
                    .filter(parent -> idClass || parent.has(Jpa.MAPPED_SUPERCLASS) || parent.has(Jpa.EMBEDDABLE));
        }
        return all;
    }

    private void addSubclasses(ClassView view, AccessKind access, List<Attribute> all) {
        Set<String> names = new HashSet<>();
        all.forEach(attribute -> names.add(attribute.name()));
        binding.hierarchy().embeddableSubclasses(view).forEach(subclass -> {
            binding.finder().attributes(subclass, subclass.type(), access).stream()
                    .filter(attribute -> names.add(attribute.name()))
                    .forEach(all::add);
            addSubclasses(subclass, access, all);
        });
    }

    /**
     * Binds an embedded identifier, or a part of one, whose columns are those of an association
     * ({@code CopyIdentifierComponentSecondPass} of Hibernate's boot model).
     */
    ComponentValue bindOverridden(
            Attribute attribute,
            Context context,
            boolean isId,
            String target,
            String association,
            JoinColumns columns) {
        Holder holder = context.holder();
        ComponentValue component = new ComponentValue(
                holder.entity(), holder.table(), binding.types().nameOf(attribute.type()), false);
        binding.passes()
                .foreignKey(new SecondPasses.ForeignKeyPass(
                        () -> true,
                        component::table,
                        () -> binding.entity(target).map(BoundEntity::table),
                        () -> copy(attribute, target, columns, component)));
        return component;
    }

    private void copy(Attribute attribute, String target, JoinColumns columns, ComponentValue component) {
        BoundEntity entity = binding.entity(target)
                .orElseThrow(() -> new MappingException(
                        Messages.unknownTarget(attribute.member().toString(), target), attribute.place()));
        if (!(entity.identifier() instanceof ComponentValue identifier)) {
            throw new MappingException(
                    Messages.mapsIdWithoutValue(attribute.member().toString(), target), attribute.place());
        }
        new IdentifierCopy(columns, entity).copy(identifier, component);
    }
}
