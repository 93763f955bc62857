package dev.godwit.source;

import com.palantir.javapoet.CodeBlock;
import dev.godwit.change.ChangeRows;
import dev.godwit.change.ChangeRows.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rows that belong to the schema in the vocabulary of migrations: a line a row. */
final class RowsCode {

    /** The most values in one method, which holds 64 KB of byte code. */
    private static final int METHODFUL = 2_500;

    private RowsCode() {}

    static Call of(ChangeRows change) {
        CodeBlock.Builder head = CodeBlock.builder().add(".key($L)", KeyCode.names(change.key()));
        head.add("\n.columns($L)", KeyCode.names(change.before()));
        if (!change.before().equals(change.after())) {
            head.add("\n.columnsAfter($L)", KeyCode.names(change.after()));
        }
        return Call.ofRows(change.table(), head.build(), parts(change));
    }

    private static List<CodeBlock> parts(ChangeRows change) {
        int rowsful =
                Math.max(1, METHODFUL / (change.before().size() + change.after().size()));
        List<CodeBlock> parts = new ArrayList<>();
        for (int from = 0; from < change.rows().size(); from += rowsful) {
            CodeBlock.Builder part = CodeBlock.builder();
            change.rows().subList(from, Math.min(from + rowsful, change.rows().size())).stream()
                    .map(RowsCode::row)
                    .forEach(row -> part.add("\n$L", row));
            parts.add(part.build());
        }
        return parts;
    }

    private static CodeBlock row(Row row) {
        if (row.before().isEmpty()) {
            return CodeBlock.of(".insert($L)", values(row.after().orElseThrow()));
        }
        return row.after()
                .map(after ->
                        CodeBlock.of(".update($L).to($L)", values(row.before().get()), values(after)))
                .orElseGet(() -> CodeBlock.of(".delete($L)", values(row.before().get())));
    }

    private static CodeBlock values(List<Optional<String>> values) {
        return values.stream()
                .map(value -> value.map(text -> CodeBlock.of("$S", text)).orElseGet(() -> CodeBlock.of("null")))
                .collect(CodeBlock.joining(", "));
    }

    /** How many rows have what done to them, for a reader. */
    static String counts(ChangeRows change) {
        List<String> counts = new ArrayList<>();
        count(change, "insert", true, false).ifPresent(counts::add);
        count(change, "update", false, false).ifPresent(counts::add);
        count(change, "delete", false, true).ifPresent(counts::add);
        return counts.isEmpty()
                ? "state rows in "
                        + change.after().stream().map(Object::toString).collect(Collectors.joining(", "))
                : String.join(", ", counts);
    }

    private static Optional<String> count(ChangeRows change, String verb, boolean isNew, boolean isGone) {
        List<Row> rows = change.rows().stream()
                .filter(row -> row.before().isEmpty() == isNew && row.after().isEmpty() == isGone)
                .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                rows.size() == 1
                        ? "%s row %s".formatted(verb, shown(change, rows.get(0)))
                        : "%s %d rows".formatted(verb, rows.size()));
    }

    private static String shown(ChangeRows change, Row row) {
        List<Optional<String>> key = row.before()
                .map(values -> change.keyOf(change.before(), values))
                .orElseGet(() -> change.keyOf(change.after(), row.after().orElseThrow()));
        return key.stream().map(value -> value.orElse("")).collect(Collectors.joining(", "));
    }
}
