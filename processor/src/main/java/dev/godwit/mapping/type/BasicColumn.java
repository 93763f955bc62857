package dev.godwit.mapping.type;

import dev.godwit.schema.Type;
import java.util.Optional;

/**
 * How a basic value is stored.
 *
 * @param type its column's type
 * @param check a condition on the column that is not part of the type
 */
public record BasicColumn(Type type, Optional<ValueCheck> check) {

    BasicColumn(Type type) {
        this(type, Optional.empty());
    }
}
