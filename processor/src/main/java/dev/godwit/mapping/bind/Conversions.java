package dev.godwit.mapping.bind;

import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.mapping.read.Annotations;
import dev.godwit.mapping.type.BasicSource.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the {@code @Convert} that speaks of a value: on a class around it, on an attribute around it, or at its own
 * attribute, the outermost first.
 */
final class Conversions {

    private Conversions() {}

    /** The statement about an attribute. */
    static Optional<AnnotationView> ofAttribute(Holder holder, Attribute attribute) {
        return around(holder, attribute.name()).or(() -> named(attribute.annotations(), ""));
    }

    /** The statement about the element or the key of a collection. */
    static Optional<AnnotationView> ofPart(Attribute attribute, Role role) {
        List<AnnotationView> all = attribute.all(Jpa.CONVERT);
        boolean key = role == Role.MAP_KEY;
        Optional<AnnotationView> named =
                key ? named(attribute.annotations(), "key") : named(attribute.annotations(), "value");
        boolean keyTaken = !attribute.hasAny(
                "jakarta.persistence.MapKeyEnumerated", "jakarta.persistence.MapKeyTemporal", Jpa.MAP_KEY_CLASS);
        boolean elementOpen =
                !attribute.hasAny(Jpa.ONE_TO_MANY, Jpa.MANY_TO_MANY, Jpa.ENUMERATED, "jakarta.persistence.Temporal");
        boolean plainIsMine = key ? keyTaken && !elementOpen : elementOpen;
        return named.or(() -> all.stream()
                .filter(view -> plainIsMine && view.string("attributeName").isEmpty())
                .findFirst());
    }

    private static Optional<AnnotationView> around(Holder holder, String path) {
        if (holder instanceof EntityHolder entity) {
            return Hierarchy.lineage(entity.entity().view())
                    .flatMap(view -> named(view.annotations(), path).stream())
                    .findFirst();
        }
        if (holder instanceof ComponentHolder component) {
            return component
                    .attribute()
                    .flatMap(attribute -> component
                            .parent()
                            .flatMap(parent -> around(parent, attribute.name() + "." + path))
                            .or(() -> named(attribute.annotations(), path)))
                    .or(() -> component.attribute().isPresent()
                            ? Optional.empty()
                            : component.parent().flatMap(parent -> around(parent, path)))
                    .or(() -> named(component.typeAnnotations(), path));
        }
        return holder instanceof CollectionHolder collection
                ? Stream.of(path, "value." + path, "key." + path)
                        .flatMap(each -> named(collection.attribute().annotations(), each).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<AnnotationView> named(Annotations annotations, String path) {
        return annotations.all(Jpa.CONVERT).stream()
                .filter(view -> view.string("attributeName").equals(path))
                .findFirst();
    }
}
