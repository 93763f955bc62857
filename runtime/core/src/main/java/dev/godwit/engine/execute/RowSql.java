package dev.godwit.engine.execute;

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

    RowSql(Dialect dialect, Transform transform) {
        this.dialect = dialect;
        this.transform = transform;
    }

    /** What is selected, in order: key, columns read, columns written (for their types). */
    List<Identifier> columns() {
        List<Identifier> columns = new ArrayList<>(transform.key());
        columns.addAll(transform.reads());
        columns.addAll(transform.writes());
        return columns;
    }

    /** Some rows in the order of the key, locked, from the start or behind a key. */
    String select(boolean behindKey) {
        return "select %s from %s%s order by %s limit ? for update"
                .formatted(
                        list(columns()),
                        dialect.quote(transform.table()),
                        behindKey ? " where " + behind() : "",
                        list(transform.key()));
    }

    /** How many rows there are, from the start or behind a key. */
    String count(boolean behindKey) {
        return "select count(*) from %s%s"
                .formatted(dialect.quote(transform.table()), behindKey ? " where " + behind() : "");
    }

    /** Written out, since not every database uses an index for a comparison of rows. */
    private String behind() {
        List<String> alternatives = new ArrayList<>();
        List<Identifier> key = transform.key();
        for (int i = 0; i < key.size(); i++) {
            String equal = key.subList(0, i).stream()
                    .map(column -> dialect.quote(column) + " = ? and ")
                    .collect(Collectors.joining());
            alternatives.add("(" + equal + dialect.quote(key.get(i)) + " > ?)");
        }
        return String.join(" or ", alternatives);
    }

    /** One row by its key. */
    String update() {
        return "update %s set %s where %s"
                .formatted(
                        dialect.quote(transform.table()),
                        transform.writes().stream()
                                .map(column -> dialect.quote(column) + " = ?")
                                .collect(Collectors.joining(", ")),
                        transform.key().stream()
                                .map(column -> dialect.quote(column) + " = ?")
                                .collect(Collectors.joining(" and ")));
    }

    private String list(List<Identifier> columns) {
        return columns.stream().map(dialect::quote).collect(Collectors.joining(", "));
    }
}
