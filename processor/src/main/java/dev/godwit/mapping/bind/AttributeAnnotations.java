package dev.godwit.mapping.bind;

import dev.godwit.mapping.bound.BoundColumn;
import dev.godwit.mapping.bound.BoundProperty;
import dev.godwit.mapping.bound.BoundTable;
import dev.godwit.mapping.read.AnnotationView;
import java.util.List;
import java.util.Optional;

/** Hibernate's annotations that add to the columns of a bound attribute: comment, collation, tenant. */
final class AttributeAnnotations {

    private final Binding binding;

    AttributeAnnotations(Binding binding) {
        this.binding = binding;
    }

    static boolean concern(Attribute attribute) {
        return attribute.hasAny(Hib.COMMENT, Hib.COLLATE, Hib.TENANT_ID);
    }

    void onAttribute(Attribute attribute, BoundProperty property) {
        List<BoundColumn> columns = property.value().columns().stream()
                .map(column -> property.value().table().column(column).orElse(column))
                .toList();
        for (AnnotationView comment : attribute.all(Hib.COMMENT)) {
            Optional<String> on = comment.text("on");
            columns.stream()
                    .filter(column -> on.isEmpty() || column.name().text().equalsIgnoreCase(on.get()))
                    .findFirst()
                    .ifPresent(column -> column.comment(Optional.of(comment.string("value"))));
        }
        attribute.get(Hib.COLLATE).ifPresent(view -> columns.forEach(column -> column.collation(view.text("value"))));
        if (attribute.has(Hib.TENANT_ID)) {
            columns.forEach(column -> column.nullable(false));
        }
    }

    void onCollection(CollectionSource source) {
        BoundTable table = source.collection().table();
        for (AnnotationView comment : source.attribute().all(Hib.COMMENT)) {
            Optional<String> text = Optional.of(comment.string("value"));
            Optional<String> on = comment.text("on");
            if (on.isEmpty() || table.name().name().text().equalsIgnoreCase(on.get())) {
                table.comment(text);
            } else {
                table.column(binding.identifier(on.get())).ifPresent(column -> column.comment(text));
            }
        }
    }
}
