package dev.godwit.engine.rows;

import dev.godwit.change.Transform;
import dev.godwit.dialect.Dialect;
import dev.godwit.schema.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The statements of a transformation. */
final class RowSql {

    private final Dialect dialect;
    private final Transform transform;
    private final KeyOrder order;

    RowSql(Dialect dialect, Transform transform) {
        this.dialect = dialect;
        this.transform = transform;
        this.order = new KeyOrder(dialect, transform.key());
    }

    KeyOrder order() {
        return order;
    }

    /** What is selected, in order: key, columns read, columns written (for their types). */
    List<Identifier> columns() {
        List<Identifier> columns = new ArrayList<>(transform.key());
        columns.addAll(transform.reads());
        columns.addAll(transform.writes());
        return columns;
    }

    /** What the code is given, behind the key. */
    List<Identifier> read() {
        List<Identifier> columns = new ArrayList<>(transform.key());
        columns.addAll(transform.reads());
        return columns;
    }

    /** Some rows in the order of the key, of which nothing is written, from the start or behind a key. */
    String look(boolean behindKey) {
        return "select %s from %s%s order by %s limit ?"
                .formatted(
                        list(read()),
                        dialect.quote(transform.table()),
                        behindKey ? " where " + order.behind() : "",
                        order.columns());
    }

    /** No row, only the types of what {@link #look} gives. */
    String readTypes() {
        return "select %s from %s where 1 = 0".formatted(list(read()), dialect.quote(transform.table()));
    }

    /** Some rows in the order of the key, locked, from the start or behind a key. */
    String select(boolean behindKey) {
        return "select %s from %s%s order by %s limit ? for update"
                .formatted(
                        list(columns()),
                        dialect.quote(transform.table()),
                        behindKey ? " where " + order.behind() : "",
                        order.columns());
    }

    /** No row, only the types of what {@link #select} gives. */
    String types() {
        return "select %s from %s where 1 = 0".formatted(list(columns()), dialect.quote(transform.table()));
    }

    /** One row by its key. */
    String update() {
        return update("");
    }

    /** @param more further assignments, behind a comma */
    String update(String more) {
        return "update %s set %s%s where %s"
                .formatted(
                        dialect.quote(transform.table()),
                        transform.writes().stream()
                                .map(column -> dialect.quote(column) + " = ?")
                                .collect(Collectors.joining(", ")),
                        more,
                        transform.key().stream()
                                .map(column -> dialect.quote(column) + " = ?")
                                .collect(Collectors.joining(" and ")));
    }

    private String list(List<Identifier> columns) {
        return columns.stream().map(dialect::quote).collect(Collectors.joining(", "));
    }
}
