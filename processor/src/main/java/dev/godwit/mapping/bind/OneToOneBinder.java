package dev.godwit.mapping.bind;

import dev.godwit.mapping.Messages;
import dev.godwit.mapping.bind.AttributeBinder.Context;
import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.BoundProperty;
import dev.godwit.mapping.bound.ToOneValue;

/**
 * Binds a {@code @OneToOne} without columns of its own: mapped by the other side, or sharing the primary key
 * ({@code OneToOneSecondPass} of Hibernate's boot model).
 */
final class OneToOneBinder {

    private final Binding binding;
    private final ToOneBinder toOnes;

    OneToOneBinder(Binding binding, ToOneBinder toOnes) {
        this.binding = binding;
        this.toOnes = toOnes;
    }

    void bind(Attribute attribute, Context context, JoinColumns columns, String target) {
        Holder holder = context.holder();
        boolean mandatory = toOnes.isMandatory(attribute);
        ToOneValue value = new ToOneValue(holder.table(), target, true);
        value.owner(holder.entity());
        value.constrained(mandatory);
        value.foreignKey(new ForeignKeyReader(binding)
                .ofToOne(attribute, attribute.get(Jpa.FOREIGN_KEY), attribute.has(Hib.NOT_FOUND)));
        BoundProperty property = AttributeBinder.property(attribute, value);
        property.optional(!mandatory);
        holder.add(property);
        Runnable pass = () -> {
            if (columns.mappedBy().isEmpty()) {
                linkToKey(attribute, holder, value);
            } else {
                checkMappedBy(attribute, columns.mappedBy().get(), target);
            }
        };
        if (binding.passes().isRunning()) {
            pass.run();
        } else if (columns.mappedBy().isEmpty()) {
            binding.passes().generalFirst(pass);
        } else {
            binding.passes().general(pass);
        }
    }

    private void linkToKey(Attribute attribute, Holder holder, ToOneValue value) {
        BoundEntity target = entity(attribute, value.referencedEntity());
        value.table(holder.table());
        value.createForeignKey(target, java.util.List.of());
    }

    private void checkMappedBy(Attribute attribute, String mappedBy, String target) {
        if (entity(attribute, target).path(mappedBy).isEmpty()) {
            throw new MappingException(
                    Messages.unknownMappedBy(attribute.member().toString(), mappedBy, target), attribute.place());
        }
    }

    private BoundEntity entity(Attribute attribute, String target) {
        return binding.entity(target)
                .orElseThrow(() -> new MappingException(
                        Messages.unknownTarget(attribute.member().toString(), target), attribute.place()));
    }
}
