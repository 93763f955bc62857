package dev.godwit.dialect.phased;

import dev.godwit.dialect.standard.Literals;
import dev.godwit.schema.Column;
import java.util.Optional;

/**
 * A column that is kept in step with others.
 *
 * @param value its value, as SQL over the columns of the other side
 * @param unstated what it holds in a new row whose writer does not name it, as SQL; empty: nothing tells
 */
public record Side(Column column, String value, Optional<String> unstated) {

    /** A column with its own default. */
    public static Side of(Column column, String value) {
        return new Side(column, value, unstated(column));
    }

    private static Optional<String> unstated(Column column) {
        if (column.identity()) {
            return Optional.empty();
        }
        return column.defaultSql()
                .map(sql -> Optional.of(sql).filter(Literals::isOneValue))
                .orElse(Optional.of("null"));
    }
}
