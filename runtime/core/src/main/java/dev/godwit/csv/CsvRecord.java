package dev.godwit.csv;

import java.util.List;
import java.util.Optional;

/**
 * A record of a CSV file.
 *
 * @param line where it begins, from 1
 * @param values an empty one is NULL; an empty text is written as {@code ""}
 */
public record CsvRecord(int line, List<Optional<String>> values) {

    public CsvRecord {
        values = List.copyOf(values);
    }
}
