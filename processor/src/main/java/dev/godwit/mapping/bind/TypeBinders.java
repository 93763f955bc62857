package dev.godwit.mapping.bind;

import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.read.AnnotationView;
import java.util.Optional;

/** What Hibernate's own annotations of a whole class, such as {@code @Comment}, add to the tables of an entity. */
final class TypeBinders {

    private final Binding binding;

    TypeBinders(Binding binding) {
        this.binding = binding;
    }

    void apply(BoundEntity entity) {
        for (AnnotationView comment : entity.view().annotations().all(Hib.COMMENT)) {
            String text = comment.string("value");
            Optional<String> on = comment.text("on").or(() -> comment.text("table"));
            if (on.isEmpty()
                    || on.get().equalsIgnoreCase(entity.table().name().name().text())) {
                entity.table().comment(Optional.of(text));
            } else {
                binding.passes().last(() -> commentOn(entity, on.get(), text));
            }
        }
    }

    private void commentOn(BoundEntity entity, String name, String text) {
        entity.joins().stream()
                .map(join -> join.table())
                .filter(table -> table.logicalName().equals(binding.identifier(name))
                        || table.name().name().equals(binding.identifier(name)))
                .findFirst()
                .ifPresent(table -> table.comment(Optional.of(text)));
    }
}
