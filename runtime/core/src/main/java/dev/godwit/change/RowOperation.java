package dev.godwit.change;

import dev.godwit.schema.Identifier;
import java.util.Map;

/**
 * One row that row code writes to a table.
 *
 * @param values by column; a column of the target that is missing becomes SQL NULL
 */
public record RowOperation(RowTarget target, Map<Identifier, Object> values) {

    public RowOperation {
        values = Map.copyOf(values);
    }
}
