package dev.godwit;

import dev.godwit.CsvRows.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the text of a CSV file, from its first character to its last. */
final class CsvReader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String file;
    private final String text;
    private int place;
    private int line = 1;

    CsvReader(String file, String text) {
        this.file = file;
        this.text = text;
        this.place = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    }

    CsvRows rows() {
        if (isAtEnd()) {
            throw wrong("there is no first line with the names of the columns");
        }
        List<String> columns = columns();
        List<Row> rows = new ArrayList<>();
        while (!isAtEnd()) {
            int begun = line;
            List<Optional<String>> values = values();
            if (values.size() != columns.size()) {
                line = begun;
                throw wrong("there are %d values, and %d columns".formatted(values.size(), columns.size()));
            }
            Map<String, Optional<String>> row = new LinkedHashMap<>();
            for (int i = 0; i < values.size(); i++) {
                row.put(columns.get(i), values.get(i));
            }
            rows.add(new Row(row));
        }
        return new CsvRows(columns, rows);
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>();
        for (Optional<String> name : values()) {
            columns.add(name.filter(text -> !text.isBlank())
                    .orElseThrow(() -> wrong("a column of the first line has no name")));
        }
        if (new LinkedHashSet<>(columns).size() < columns.size()) {
            throw wrong("a column is named twice in the first line");
        }
        return columns;
    }

    private List<Optional<String>> values() {
        List<Optional<String>> values = new ArrayList<>();
        values.add(value());
        while (isAt(',')) {
            place++;
            values.add(value());
        }
        endOfLine();
        return values;
    }

    private Optional<String> value() {
        return isAt('"') ? Optional.of(quoted()) : plain();
    }

    private Optional<String> plain() {
        int start = place;
        while (!isAtEnd() && !isAt(',') && !isAt('\n') && !isAt('\r')) {
            if (isAt('"')) {
                throw wrong("a quote stands in a value that does not begin with one");
            }
            place++;
        }
        return start == place ? Optional.empty() : Optional.of(text.substring(start, place));
    }

    private String quoted() {
        int begun = line;
        StringBuilder value = new StringBuilder();
        place++;
        while (true) {
            if (isAtEnd()) {
                line = begun;
                throw wrong("a quote is opened and never closed");
            }
            char c = text.charAt(place++);
            if (c != '"') {
                value.append(c);
                line += c == '\n' ? 1 : 0;
            } else if (isAt('"')) {
                value.append(c);
                place++;
            } else {
                return value.toString();
            }
        }
    }

    private void endOfLine() {
        if (isAt('\r')) {
            place++;
        }
        if (isAt('\n')) {
            place++;
            line++;
        } else if (!isAtEnd()) {
            throw wrong("something other than a comma stands behind a value");
        }
    }

    private boolean isAt(char c) {
        return !isAtEnd() && text.charAt(place) == c;
    }

    private boolean isAtEnd() {
        return place == text.length();
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("GW2104: %s, line %d: %s.".formatted(file, line, what));
    }
}
