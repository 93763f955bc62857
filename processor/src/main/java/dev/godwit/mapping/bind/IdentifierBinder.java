package dev.godwit.mapping.bind;

import dev.godwit.mapping.Messages;
import dev.godwit.mapping.bind.AttributeBinder.Context;
import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.BoundProperty;
import dev.godwit.mapping.bound.ComponentValue;
import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.mapping.read.ClassView;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.type.TypeMirror;

/** Binds identifiers that a class of their own stands for ({@code EntityBinder.mapAsIdClass} of Hibernate). */
final class IdentifierBinder {

    private static final String[] TRIGGERS = {
        Jpa.COLUMN, Jpa.ONE_TO_MANY, Jpa.MANY_TO_ONE, Jpa.ID, Jpa.GENERATED_VALUE, Jpa.ONE_TO_ONE, Jpa.MANY_TO_MANY
    };

    private final Binding binding;
    private final AttributeBinder attributes;

    IdentifierBinder(Binding binding, AttributeBinder attributes) {
        this.binding = binding;
        this.attributes = attributes;
    }

    /**
     * Binds the identifier by the id class, if there is one.
     *
     * @return the names of the attributes that are bound thereby
     */
    Set<String> bindIdClass(
            Hierarchy.State state, BoundEntity entity, EntityHolder holder, List<Attribute> entityAttributes) {
        Optional<ClassView> carrier = binding.hierarchy().classWithIdClass(state.view(), false);
        Optional<ClassView> idClass = carrier.flatMap(view -> view.annotations().get(Jpa.ID_CLASS))
                .flatMap(view -> view.type("value"))
                .flatMap(binding.types()::classOf);
        if (idClass.isEmpty() || isKeyOfReferenced(entityAttributes, idClass.get())) {
            return Set.of();
        }
        Map<String, Attribute> ofEntity = new LinkedHashMap<>();
        entityAttributes.forEach(attribute -> ofEntity.put(attribute.name(), attribute));
        boolean ignored = holder.ignoresIds();
        holder.ignoreIds(true);
        holder.inIdClass(true);
        ComponentValue identifier = fill(holder, idClass.get(), ofEntity, "id", false);
        holder.inIdClass(false);
        entity.identifier(identifier);
        ComponentValue mapper = fill(holder, idClass.get(), ofEntity, "", true);
        entity.identifierMapper(mapper);
        holder.ignoreIds(ignored);
        Set<String> names = new HashSet<>();
        mapper.properties().stream().map(BoundProperty::name).forEach(names::add);
        identifier.properties().stream().map(BoundProperty::name).forEach(names::add);
        return names;
    }

    /** Whether the one id refers to an entity whose own id class this is, so that its key is the key. */
    private boolean isKeyOfReferenced(List<Attribute> entityAttributes, ClassView idClass) {
        List<Attribute> ids = entityAttributes.stream().filter(Attribute::isId).toList();
        if (ids.size() != 1) {
            return false;
        }
        Optional<ClassView> target = binding.types().classOf(ids.get(0).type());
        if (target.flatMap(binding.hierarchy()::state).isEmpty()) {
            return false;
        }
        Optional<ClassView> carrier = binding.hierarchy().classWithIdClass(target.get(), true);
        if (carrier.isPresent()) {
            return carrier.get()
                    .annotations()
                    .get(Jpa.ID_CLASS)
                    .flatMap(view -> view.type("value"))
                    .flatMap(binding.types()::classOf)
                    .filter(idClass::equals)
                    .isPresent();
        }
        return ids.get(0).isToOne() && isIdOf(target.get(), idClass);
    }

    private boolean isIdOf(ClassView target, ClassView idClass) {
        List<TypeMirror> types = Stream.concat(target.fields().stream(), target.getters().stream())
                .filter(member -> member.annotations().hasAny(Jpa.ID, Jpa.EMBEDDED_ID))
                .map(member -> binding.reader().typeOf(member, target.type()))
                .toList();
        return types.size() == 1
                && binding.types().classOf(types.get(0)).filter(idClass::equals).isPresent();
    }

    private ComponentValue fill(
            EntityHolder holder, ClassView idClass, Map<String, Attribute> ofEntity, String path, boolean mapper) {
        BoundEntity entity = holder.entity();
        ComponentValue component = new ComponentValue(entity, entity.table(), idClass.name(), mapper);
        ComponentHolder inner = new ComponentHolder(component, path, idClass, Optional.empty(), holder);
        binding.passes().component(component::sortProperties);
        List<Attribute> all = attributes.embeddables().attributes(idClass, idClass.type(), holder.access(), true);
        boolean ownMapping = hasTriggers(idClass);
        if (isPlainRecord(idClass, all)) {
            component.keepOrder();
        }
        for (Attribute attribute : all) {
            Attribute bound = ownMapping ? attribute : match(entity, attribute, ofEntity, idClass, mapper);
            attributes.bind(bound, new Context(inner, nullability(entity, mapper), mapper, true));
            if (!mapper) {
                component
                        .property(bound.name())
                        .ifPresent(property -> attributes.generators().bind(bound, property.value(), entity));
            }
        }
        return component;
    }

    private static Nullability nullability(BoundEntity entity, boolean mapper) {
        return entity.kind() == BoundEntity.Kind.SINGLE_TABLE ? Nullability.FORCED_NULL : Nullability.FORCED_NOT_NULL;
    }

    private static boolean isPlainRecord(ClassView idClass, List<Attribute> all) {
        return !all.isEmpty()
                && idClass.components().stream()
                        .map(member -> member.name())
                        .toList()
                        .equals(all.stream().map(Attribute::name).toList());
    }

    private static boolean hasTriggers(ClassView idClass) {
        return Stream.concat(idClass.fields().stream(), idClass.getters().stream())
                .anyMatch(member -> member.annotations().hasAny(TRIGGERS));
    }

    /** The entity's attribute of the same name, unless it is a reference that the id class replaces by its key. */
    private Attribute match(
            BoundEntity entity,
            Attribute ofIdClass,
            Map<String, Attribute> ofEntity,
            ClassView idClass,
            boolean mapper) {
        Attribute own = ofEntity.get(ofIdClass.name());
        if (own == null) {
            throw new MappingException(
                    Messages.unmappedIdProperty(entity.name(), ofIdClass.name(), idClass.name()),
                    entity.view()
                            .annotations()
                            .get(Jpa.ID_CLASS)
                            .map(AnnotationView::place)
                            .orElse(entity.view().place()));
        }
        boolean replaced = own.isToOne()
                && !binding.types().nameOf(own.type()).equals(binding.types().nameOf(ofIdClass.type()));
        return replaced && !mapper ? ofIdClass : own;
    }
}
