package dev.godwit.mapping.bind;

import dev.godwit.mapping.read.Annotations;
import java.util.Optional;

/** How attributes are found. */
enum AccessKind {
    FIELD,
    PROPERTY,
    /** Nothing says it yet; getters, where members are to be found. */
    DEFAULT;

    /** What {@code @Access} says. */
    static Optional<AccessKind> stated(Annotations annotations) {
        return annotations
                .get(Jpa.ACCESS)
                .map(access -> access.constant("value").equals("FIELD") ? FIELD : PROPERTY);
    }
}
