package dev.godwit;

import dev.godwit.csv.CsvException;
import dev.godwit.csv.CsvReader;
import dev.godwit.csv.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of a CSV file that lies beside a migration, in which the code of a transformation looks things up. Rows that are
 * to be in a table belong into a data file instead, from which migrations are made.
 *
 * <p>UTF-8, commas, a first line with the columns' names; a value with a comma, a quote, a line break or a blank at its
 * ends stands in quotes, a quote in it twice. Nothing between two commas is NULL, {@code ""} is an empty text; a line
 * without anything is left out. What is written otherwise is refused, with its line.
 *
 * @param columns the names in the first line, each once
 * @param rows in the order of the file
 */
public record CsvRows(List<String> columns, List<Row> rows) {

    public CsvRows {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** One row: a value by the name of its column, in that order; empty for NULL. */
    public record Row(Map<String, Optional<String>> values) {

        public Row {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        /**
         * The value of a column, empty for NULL.
         *
         * @throws IllegalArgumentException when there is no such column
         */
        public Optional<String> text(String column) {
            Optional<String> value = values.getOrDefault(column, Optional.empty());
            if (value.isEmpty() && !values.containsKey(column)) {
                throw new IllegalArgumentException(
                        "GW2105: There is no column %s. The first line names %s.".formatted(column, values.keySet()));
            }
            return value;
        }
    }

    /**
     * Reads a file.
     *
     * @param migration the migration itself: the file lies in the same package of the resources
     * @param file its name, such as {@code "countries.csv"}, or from the root of the resources with a slash before it
     * @throws IllegalArgumentException when there is none, or when it is no CSV in this sense
     */
    public static CsvRows of(Class<? extends Migration> migration, String file) {
        try (InputStream bytes = migration.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalArgumentException(
                        ("GW2106: There is no %s beside %s. It belongs into the same package of the resources, such as "
                                        + "src/main/resources/%s/%s.")
                                .formatted(
                                        file,
                                        migration.getSimpleName(),
                                        migration.getPackageName().replace('.', '/'),
                                        file));
            }
            return read(file, text(file, bytes.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param file its name, for messages */
    static CsvRows read(String file, String text) {
        List<CsvRecord> records = records(file, text);
        if (records.isEmpty()) {
            throw wrong(file, 1, "there is no first line with the names of the columns");
        }
        List<String> columns = columns(file, records.get(0));
        List<Row> rows = records.subList(1, records.size()).stream()
                .map(record -> row(file, columns, record))
                .toList();
        return new CsvRows(columns, rows);
    }

    private static List<CsvRecord> records(String file, String text) {
        try {
            return CsvReader.read(text);
        } catch (CsvException e) {
            throw wrong(file, e.line(), e.getMessage());
        }
    }

    private static List<String> columns(String file, CsvRecord header) {
        List<String> columns = new ArrayList<>();
        for (Optional<String> name : header.values()) {
            columns.add(name.filter(text -> !text.isBlank())
                    .orElseThrow(() -> wrong(file, header.line(), "a column of the first line has no name")));
        }
        if (new HashSet<>(columns).size() < columns.size()) {
            throw wrong(file, header.line(), "a column is named twice in the first line");
        }
        return columns;
    }

    private static Row row(String file, List<String> columns, CsvRecord record) {
        List<Optional<String>> values = record.values();
        if (values.size() != columns.size()) {
            throw wrong(
                    file,
                    record.line(),
                    "there are %d values, and %d columns".formatted(values.size(), columns.size()));
        }
        Map<String, Optional<String>> row = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            row.put(columns.get(i), values.get(i));
        }
        return new Row(row);
    }

    private static IllegalArgumentException wrong(String file, int line, String what) {
        return new IllegalArgumentException("GW2104: %s, line %d: %s.".formatted(file, line, what));
    }

    private static String text(String file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("GW2107: %s is not UTF-8. Save it as such.".formatted(file), e);
        }
    }
}
