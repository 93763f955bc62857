package dev.godwit.data;

import dev.godwit.schema.Identifier;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The rows of a table that belong to the schema.
 *
 * @param key the columns that tell the rows apart
 * @param columns those that the rows are stated in, the key first
 * @param rows by their key, each with its values in the order of {@code columns}; an empty value is NULL
 */
public record TableRows(
        List<Identifier> key, List<Identifier> columns, Map<List<Optional<String>>, List<Optional<String>>> rows) {

    private static final int RULE = 1;
    private static final int HASH_BYTES = 16;

    public TableRows {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    /** The columns in their one order: the key, then the others by name. */
    static List<Identifier> ordered(List<Identifier> key, Iterable<Identifier> columns) {
        Set<Identifier> others = new TreeSet<>();
        columns.forEach(others::add);
        Set<Identifier> ordered = new LinkedHashSet<>(key);
        ordered.addAll(others);
        return List.copyOf(ordered);
    }

    /** Tells these rows from all others, whatever their order. */
    public String hash() {
        StringBuilder text = new StringBuilder();
        text.append(key).append(columns).append('\n');
        rows.values().stream()
                .map(row -> row.stream()
                        .map(value -> value.map(of -> of.length() + ":" + of).orElse("-"))
                        .collect(Collectors.joining(" ")))
                .sorted()
                .forEach(row -> text.append(row).append('\n'));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return RULE + ":" + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    Optional<String> value(List<Optional<String>> rowKey, Identifier column) {
        return rows.get(rowKey).get(columns.indexOf(column));
    }

    /** The same rows in other columns, each of which is among these. */
    TableRows in(List<Identifier> others) {
        Map<List<Optional<String>>, List<Optional<String>>> projected = new LinkedHashMap<>();
        rows.forEach((rowKey, values) -> projected.put(
                rowKey,
                others.stream()
                        .map(column -> values.get(columns.indexOf(column)))
                        .toList()));
        return new TableRows(key, others, projected);
    }

    TableRows renamed(Identifier from, Identifier to) {
        List<Identifier> newKey = replaced(key, from, to);
        List<Identifier> newColumns = replaced(columns, from, to);
        return new TableRows(newKey, newColumns, rows).in(ordered(newKey, newColumns));
    }

    private static List<Identifier> replaced(List<Identifier> names, Identifier from, Identifier to) {
        List<Identifier> replaced = new ArrayList<>(names);
        replaced.replaceAll(name -> name.equals(from) ? to : name);
        return replaced;
    }
}
