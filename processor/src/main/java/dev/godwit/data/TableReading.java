package dev.godwit.data;

import dev.godwit.change.ValueText;
import dev.godwit.csv.CsvRecord;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.Table;
import dev.godwit.schema.UniqueKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the rows of one file by the columns of its table. */
final class TableReading {

    /** Behind a column's name in the header: a part of the key. */
    private static final String MARK = "*";

    /** As many rows as a reviewer and a class file bear; what is larger is no part of a schema. */
    private static final int MOST_ROWS = 50_000;

    private static final int MOST_PROBLEMS = 10;

    private final DeclaredTable file;
    private final Table table;
    private final List<DataProblem> problems = new ArrayList<>();
    private final List<Identifier> columns = new ArrayList<>();
    private final List<Identifier> marked = new ArrayList<>();

    TableReading(DeclaredTable file, Table table) {
        this.file = file;
        this.table = table;
    }

    List<DataProblem> problems() {
        return problems.size() > MOST_PROBLEMS ? problems.subList(0, MOST_PROBLEMS) : problems;
    }

    /** The rows; empty where something is wrong. */
    Optional<TableRows> read() {
        if (file.records().isEmpty()) {
            problems.add(DataMessages.noHeader(file));
        } else if (file.records().size() - 1 > MOST_ROWS) {
            problems.add(DataMessages.tooMany(file, file.records().size() - 1, MOST_ROWS));
        } else {
            header(file.records().get(0));
        }
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        List<Identifier> key = key();
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        requireComplete();
        TableRows rows = rows(key);
        return problems.isEmpty() ? Optional.of(rows) : Optional.empty();
    }

    private void header(CsvRecord record) {
        for (Optional<String> heading : record.values()) {
            String text = heading.orElse("");
            boolean isMarked = text.endsWith(MARK);
            Optional<Column> column = identifier(isMarked ? text.substring(0, text.length() - 1) : text)
                    .flatMap(table::column);
            if (column.isEmpty()) {
                problems.add(DataMessages.noColumn(file, text, table.columns().keySet()));
            } else if (column.get().generatedAs().isPresent()) {
                problems.add(DataMessages.computed(file, text));
            } else if (columns.contains(column.get().name())) {
                problems.add(DataMessages.columnTwice(file, text));
            } else {
                columns.add(column.get().name());
                if (isMarked) {
                    marked.add(column.get().name());
                }
            }
        }
    }

    private static Optional<Identifier> identifier(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Identifier.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private List<Identifier> key() {
        if (!marked.isEmpty()) {
            if (uniqueKeys().noneMatch(unique -> Set.copyOf(unique).equals(Set.copyOf(marked)))) {
                problems.add(DataMessages.notUnique(file, marked));
            }
            return marked;
        }
        List<Identifier> key = table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
        if (key.isEmpty() || !columns.containsAll(key)) {
            problems.add(DataMessages.noKey(file, key));
        }
        return key;
    }

    private Stream<List<Identifier>> uniqueKeys() {
        return Stream.of(
                        table.primaryKey().map(PrimaryKey::columns).stream(),
                        table.uniqueKeys().stream().map(UniqueKey::columns),
                        table.indexes().stream()
                                .filter(index -> index.unique()
                                        && index.columns().size()
                                                == index.parts().size())
                                .map(Index::columns))
                .flatMap(keys -> keys);
    }

    /** That the database can make a row of what is stated. */
    private void requireComplete() {
        table.columns().values().stream()
                .filter(column -> !column.nullable() && !column.identity())
                .filter(column ->
                        column.defaultSql().isEmpty() && column.generatedAs().isEmpty())
                .filter(column -> !columns.contains(column.name()))
                .forEach(column -> problems.add(DataMessages.requiredMissing(file, column.name())));
    }

    private TableRows rows(List<Identifier> key) {
        List<Identifier> ordered = TableRows.ordered(key, columns);
        Map<List<Optional<String>>, List<Optional<String>>> rows = new LinkedHashMap<>();
        Set<List<Optional<String>>> seen = new HashSet<>();
        for (CsvRecord record : file.records().subList(1, file.records().size())) {
            if (record.values().size() != columns.size()) {
                problems.add(DataMessages.wrongCount(file, record, columns.size()));
                continue;
            }
            List<Optional<String>> values = ordered.stream()
                    .map(column -> value(record, key, table.columns().get(column)))
                    .toList();
            List<Optional<String>> rowKey = values.subList(0, key.size());
            if (!seen.add(rowKey)) {
                problems.add(DataMessages.keyTwice(file, record.line(), rowKey));
            }
            rows.put(List.copyOf(rowKey), values);
        }
        return new TableRows(key, ordered, rows);
    }

    private Optional<String> value(CsvRecord record, List<Identifier> key, Column column) {
        Optional<String> text = record.values().get(columns.indexOf(column.name()));
        if (text.isEmpty() && (!column.nullable() || key.contains(column.name()))) {
            problems.add(DataMessages.valueMissing(file, record.line(), column.name()));
        }
        try {
            return text.map(value -> ValueText.canonical(column.type(), value));
        } catch (IllegalArgumentException e) {
            problems.add(DataMessages.badValue(file, record.line(), column.name(), e.getMessage()));
            return Optional.empty();
        }
    }
}
