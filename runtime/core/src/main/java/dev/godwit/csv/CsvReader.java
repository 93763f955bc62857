package dev.godwit.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads CSV as RFC 4180 has it, and refuses what could be meant in two ways: a quote within a value that is not quoted,
 * a blank at its ends. Nothing between two commas is NULL, {@code ""} an empty text, as with PostgreSQL's {@code COPY}.
 */
public final class CsvReader {

    private static final char QUOTE = '"';
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String text;
    private final List<CsvRecord> records = new ArrayList<>();
    private List<Optional<String>> values = new ArrayList<>();
    private int place;
    private int line = 1;
    private int first = 1;

    private CsvReader(String text) {
        this.text = text;
        this.place = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    }

    /**
     * The records, the header among them; lines without anything are left out.
     *
     * @throws CsvException saying what is wrong in which line
     */
    public static List<CsvRecord> read(String text) {
        return new CsvReader(text).read();
    }

    private List<CsvRecord> read() {
        while (place < text.length()) {
            values.add(text.charAt(place) == QUOTE ? quoted() : plain());
            if (place < text.length() && text.charAt(place) == ',') {
                place++;
                if (place == text.length()) {
                    values.add(Optional.empty());
                }
            } else {
                end();
            }
        }
        if (!values.isEmpty()) {
            end();
        }
        return records;
    }

    private Optional<String> plain() {
        int from = place;
        while (place < text.length() && !isSeparator(text.charAt(place))) {
            if (text.charAt(place) == QUOTE) {
                throw new CsvException(
                        line,
                        "a quote stands within a value that is not quoted. Quote the whole value, and"
                                + " write the quote twice");
            }
            place++;
        }
        String value = text.substring(from, place);
        if (!value.equals(value.strip())) {
            throw new CsvException(
                    line,
                    "'%s' has a blank at its %s. Take it away, or quote the value if it is meant"
                            .formatted(value, value.startsWith(value.strip()) ? "end" : "beginning"));
        }
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    private Optional<String> quoted() {
        StringBuilder value = new StringBuilder();
        place++;
        while (true) {
            int quote = text.indexOf(QUOTE, place);
            if (quote < 0) {
                throw new CsvException(first, "a quoted value of the record that begins here does not end");
            }
            value.append(text, place, quote);
            place = quote + 1;
            if (place == text.length() || text.charAt(place) != QUOTE) {
                break;
            }
            value.append(QUOTE);
            place++;
        }
        line += (int) value.chars().filter(c -> c == '\n').count();
        if (place < text.length() && !isSeparator(text.charAt(place))) {
            throw new CsvException(line, "something stands behind a quoted value. A quote within it is written twice");
        }
        return Optional.of(value.toString());
    }

    private static boolean isSeparator(char c) {
        return c == ',' || c == '\n' || c == '\r';
    }

    private void end() {
        if (values.size() > 1 || values.get(0).isPresent()) {
            records.add(new CsvRecord(first, values));
        }
        values = new ArrayList<>();
        if (place < text.length() && text.charAt(place) == '\r') {
            place++;
        }
        if (place < text.length() && text.charAt(place) == '\n') {
            place++;
        }
        line++;
        first = line;
    }
}
