package dev.godwit.data;

import dev.godwit.csv.CsvRecord;
import dev.godwit.schema.QualifiedName;
import java.util.List;

/**
 * The rows of a table as a file declares them.
 *
 * @param file as messages name it
 * @param records the header, then a record a row
 */
record DeclaredTable(String file, QualifiedName table, List<CsvRecord> records) {

    DeclaredTable {
        records = List.copyOf(records);
    }
}
