package dev.godwit.data;

import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Declared rows with the types of their columns.
 *
 * @param data what can be used of them
 * @param problems what keeps others from being used
 */
public record TypedData(ReferenceData data, List<DataProblem> problems) {

    public TypedData {
        problems = List.copyOf(problems);
    }

    static TypedData of(DeclaredData declared, Schema schema) {
        ReferenceData data = ReferenceData.NONE;
        List<DataProblem> problems = new ArrayList<>(declared.problems());
        for (DeclaredTable file : declared.tables()) {
            Optional<Table> table = schema.table(file.table());
            if (table.isEmpty()) {
                problems.add(DataMessages.noTable(file));
                continue;
            }
            TableReading reading = new TableReading(file, table.get());
            Optional<TableRows> rows = reading.read();
            problems.addAll(reading.problems());
            if (rows.isPresent()) {
                data = data.with(table.get().name(), rows.get());
            }
        }
        return new TypedData(data, problems);
    }
}
