package dev.godwit.mapping.bound;

import dev.godwit.schema.Identifier;
import java.util.List;
import java.util.Optional;

/**
 * A unique key in the making.
 *
 * @param name empty: implied by an attribute or association
 * @param nameStated whether the mapping states the name
 * @param stated whether the mapping states the key, instead of implying it
 */
public record BoundUniqueKey(
        Optional<Identifier> name,
        boolean nameStated,
        boolean stated,
        List<BoundColumn> columns,
        Optional<String> options) {

    static BoundUniqueKey implicit(List<BoundColumn> columns) {
        return new BoundUniqueKey(Optional.empty(), false, false, columns, Optional.empty());
    }

    public boolean isImplicit() {
        return name.isEmpty();
    }

    /** Whether the key is over these columns, in whatever order. */
    public boolean hasColumns(List<BoundColumn> others) {
        return columns.size() == others.size()
                && others.stream().allMatch(other -> columns.stream().anyMatch(other::isSameAs));
    }
}
