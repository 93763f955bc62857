package dev.godwit.change;

import dev.godwit.schema.Identifier;
import java.util.Map;
import java.util.function.Consumer;

/** Computes new column values of one row; deterministic, without any access to the database. */
@FunctionalInterface
public interface RowCode {

    /**
     * Computes the values to write.
     *
     * @param row the values read, SQL NULL as a missing entry
     * @param others takes what is written to other rows, in this order
     * @return the values to write by column; a column that is missing becomes SQL NULL
     * @throws Exception whatever stops the migration at this row
     */
    Map<Identifier, Object> apply(Map<Identifier, Object> row, Consumer<RowOperation> others) throws Exception;
}
