package dev.godwit.mapping.bind;

import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.BoundJoin;
import dev.godwit.mapping.bound.BoundTable;
import dev.godwit.schema.Identifier;
import java.util.Optional;

/**
 * What a column of an entity belongs to: the entity, a superclass of it, or a join.
 *
 * @param join empty: the column is in the entity's own table
 */
record ColumnOwner(BoundEntity entity, Optional<BoundJoin> join) {

    /** The owner of a column by its logical name. */
    static Optional<ColumnOwner> find(BoundEntity entity, Identifier column) {
        for (Optional<BoundEntity> at = Optional.of(entity);
                at.isPresent();
                at = at.flatMap(BoundEntity::superEntity)) {
            BoundEntity current = at.get();
            if (current.table().physicalName(column).isPresent()) {
                return Optional.of(new ColumnOwner(current, Optional.empty()));
            }
            Optional<ColumnOwner> joined = current.joins().stream()
                    .filter(join -> join.table().physicalName(column).isPresent())
                    .findFirst()
                    .map(join -> new ColumnOwner(current, Optional.of(join)));
            if (joined.isPresent()) {
                return joined;
            }
        }
        return Optional.empty();
    }

    BoundTable table() {
        return join.map(BoundJoin::table).orElseGet(entity::table);
    }
}
