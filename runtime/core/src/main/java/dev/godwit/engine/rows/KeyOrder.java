package dev.godwit.engine.rows;

import dev.godwit.dialect.Dialect;
import dev.godwit.schema.Identifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The order of the rows by a key, as conditions that every database answers from the key's index: not all of them do so
 * for a comparison of rows, nor for a disjunction without a bound on the first column.
 */
public final class KeyOrder {

    private final Dialect dialect;
    private final List<Identifier> key;

    public KeyOrder(Dialect dialect, List<Identifier> key) {
        this.dialect = dialect;
        this.key = key;
    }

    /** The key's columns, in order. */
    public String columns() {
        return key.stream().map(dialect::quote).collect(Collectors.joining(", "));
    }

    /** The rows behind one. */
    public String behind() {
        return bound(" >= ?", " > ?", " > ?");
    }

    /** The rows up to one, which is among them. */
    String upTo() {
        return bound(" <= ?", " < ?", " <= ?");
    }

    /** So many rows, by their keys. */
    String among(int rows) {
        String row = key.size() == 1 ? "?" : "(" + String.join(", ", Collections.nCopies(key.size(), "?")) + ")";
        String names = key.size() == 1 ? columns() : "(" + columns() + ")";
        return "%s in (%s)".formatted(names, String.join(", ", Collections.nCopies(rows, row)));
    }

    private String bound(String first, String strict, String last) {
        return key.size() == 1
                ? dialect.quote(key.get(0)) + last
                : dialect.quote(key.get(0)) + first + " and " + from(0, strict, last);
    }

    private String from(int column, String strict, String last) {
        String name = dialect.quote(key.get(column));
        return column == key.size() - 1
                ? name + last
                : "(%s%s or %s = ? and %s)".formatted(name, strict, name, from(column + 1, strict, last));
    }

    /** Of which column's type each parameter of a condition is, in order. */
    List<Identifier> parameters() {
        return expand(key);
    }

    /** What is bound to the parameters of a condition about a row, in order. */
    public List<Object> values(Cursor row) {
        return expand(row.key());
    }

    private static <T> List<T> expand(List<T> parts) {
        List<T> all = new ArrayList<>();
        int last = parts.size() - 1;
        if (last > 0) {
            all.add(parts.get(0));
        }
        for (T part : parts.subList(0, last)) {
            all.add(part);
            all.add(part);
        }
        all.add(parts.get(last));
        return all;
    }
}
