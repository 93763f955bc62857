package dev.godwit.diff;

import dev.godwit.model.Origin;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import java.util.Map;
import java.util.Optional;

/** Where things come from, and what is there to come from. */
record Origins(Map<Ref, Origin> byPlace) {

    Optional<Origin> of(QualifiedName object) {
        return Optional.ofNullable(byPlace.get(Ref.of(object)));
    }

    Optional<Origin> of(QualifiedName table, Identifier column) {
        return Optional.ofNullable(byPlace.get(Ref.of(table, column)));
    }

    /** The attribute that a column comes from, else what its table comes from. */
    Optional<Origin> nearest(Ref place) {
        return Optional.ofNullable(byPlace.get(place)).or(() -> of(place.object()));
    }

    boolean hasEntity(String entity) {
        return byPlace.values().stream().anyMatch(origin -> origin.entity().equals(entity));
    }

    /** Whether the attribute, or a part of it, is mapped. */
    boolean hasAttribute(String entity, String path) {
        return byPlace.values().stream()
                .filter(origin -> origin.entity().equals(entity))
                .map(Origin::path)
                .anyMatch(each -> each.equals(path) || each.startsWith(path + ".") || each.startsWith(path + "/"));
    }
}
