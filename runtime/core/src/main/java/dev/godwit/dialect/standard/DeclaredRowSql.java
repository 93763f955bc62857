package dev.godwit.dialect.standard;

import dev.godwit.change.ChangeRows;
import dev.godwit.change.ChangeRows.Row;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The SQL about rows that are stated as they are before and after. */
final class DeclaredRowSql {

    private final ChangeRows change;
    private final Table table;
    private final RowLiterals literals;
    private final Function<Identifier, String> names;
    private final String name;

    /**
     * @param table with the columns as the change finds them
     * @param names the columns as SQL writes them where it runs
     * @param name the table as SQL writes it there
     */
    DeclaredRowSql(
            ChangeRows change, Table table, RowLiterals literals, Function<Identifier, String> names, String name) {
        this.change = change;
        this.table = table;
        this.literals = literals;
        this.names = names;
        this.name = name;
    }

    static boolean sameKind(Row one, Row other) {
        return one.before().isPresent() == other.before().isPresent()
                && one.after().isPresent() == other.after().isPresent();
    }

    String description(List<Row> batch) {
        Row first = batch.get(0);
        String what = first.before().isEmpty() ? "insert" : first.after().isEmpty() ? "delete" : "update";
        return "%s %d row%s of %s".formatted(what, batch.size(), batch.size() == 1 ? "" : "s", change.table());
    }

    /** What brings rows of one kind from before to after, and those that are there already to nothing else. */
    Optional<String> statement(List<Row> batch) {
        Row first = batch.get(0);
        if (first.before().isEmpty()) {
            return Optional.of(insert(batch));
        }
        return first.after().isEmpty()
                ? Optional.of(delete(batch))
                : update(batch.stream().filter(this::changes).toList());
    }

    /** A row may be stated to be known, and stay as it is. */
    private boolean changes(Row row) {
        return change.after().stream()
                .anyMatch(column -> !change.before().contains(column)
                        || !row.after()
                                .orElseThrow()
                                .get(change.after().indexOf(column))
                                .equals(row.before()
                                        .orElseThrow()
                                        .get(change.before().indexOf(column))));
    }

    private String insert(List<Row> batch) {
        return batch.stream()
                .map(row -> "select %s%s where not exists (%s)"
                        .formatted(
                                values(row),
                                literals.fromNowhere(),
                                "select 1 from %s where %s".formatted(name, key(row))))
                .collect(Collectors.joining(
                        "\nunion all ",
                        "insert into %s (%s)\n"
                                .formatted(
                                        name, change.after().stream().map(names).collect(Collectors.joining(", "))),
                        ""));
    }

    private String values(Row row) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < change.after().size(); i++) {
            values.add(literal(change.after().get(i), row.after().orElseThrow().get(i)));
        }
        return String.join(", ", values);
    }

    private String delete(List<Row> batch) {
        return "delete from %s where %s".formatted(name, any(batch));
    }

    private Optional<String> update(List<Row> batch) {
        List<String> set = new ArrayList<>();
        for (int i = 0; i < change.after().size(); i++) {
            Identifier column = change.after().get(i);
            if (!change.key().contains(column)) {
                set.add(names.apply(column) + " = " + chosen(column, i, batch));
            }
        }
        return set.isEmpty() || batch.isEmpty()
                ? Optional.empty()
                : Optional.of("update %s set %s\nwhere %s".formatted(name, String.join(", ", set), any(batch)));
    }

    /** One value, or the one that belongs to the key of each row. */
    private String chosen(Identifier column, int place, List<Row> batch) {
        List<String> values = batch.stream()
                .map(row -> literal(column, row.after().orElseThrow().get(place)))
                .toList();
        if (values.stream().distinct().count() == 1) {
            return values.get(0);
        }
        StringBuilder text = new StringBuilder("case");
        for (int i = 0; i < batch.size(); i++) {
            text.append(" when ").append(key(batch.get(i))).append(" then ").append(values.get(i));
        }
        return text.append(" else ").append(names.apply(column)).append(" end").toString();
    }

    /** The rows that the statement is for: as before, or with their other columns as after already. */
    private String any(List<Row> batch) {
        boolean overwrites = !change.before().containsAll(change.after());
        return batch.stream()
                .map(row -> overwrites && row.after().isPresent()
                        ? "(%s or %s)".formatted(asBefore(row, column -> true), asAfter(row, change.before()::contains))
                        : "(" + asBefore(row, column -> true) + ")")
                .collect(Collectors.joining("\nor "));
    }

    private String literal(Identifier column, Optional<String> value) {
        return literals.literal(table.columns().get(column).type(), value);
    }

    private String same(Identifier column, Optional<String> value) {
        return literals.same(names.apply(column), table.columns().get(column).type(), value);
    }

    /** By the database's own equality, which the key's index serves. */
    private String key(Row row) {
        List<Identifier> columns = row.before().isPresent() ? change.before() : change.after();
        List<Optional<String>> values = row.before()
                .or(row::after)
                .map(all -> change.keyOf(columns, all))
                .orElseThrow();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Identifier column = change.key().get(i);
            parts.add(names.apply(column) + " = " + literal(column, values.get(i)));
        }
        return String.join(" and ", parts);
    }

    private String asBefore(Row row, Predicate<Identifier> compared) {
        return stated(row, change.before(), row.before().orElseThrow(), compared);
    }

    private String asAfter(Row row, Predicate<Identifier> compared) {
        return stated(row, change.after(), row.after().orElseThrow(), compared);
    }

    private String stated(
            Row row, List<Identifier> columns, List<Optional<String>> values, Predicate<Identifier> compared) {
        StringBuilder text = new StringBuilder(key(row));
        for (int i = 0; i < columns.size(); i++) {
            Identifier column = columns.get(i);
            if (!change.key().contains(column) && compared.test(column)) {
                text.append(" and ").append(same(column, values.get(i)));
            }
        }
        return text.toString();
    }

    /** How many rows are not as stated after. */
    String deviating(List<Row> batch) {
        return "select count(*) from (%s) deviating"
                .formatted(union(
                        batch,
                        row -> "1 as one",
                        row -> row.after().isPresent() ? not(asAfter(row, column -> true)) : there(key(row))));
    }

    /**
     * The keys of rows that are neither as stated before nor as stated after.
     *
     * @param compared the columns that can be looked at
     */
    String inTheWay(List<Row> batch, Predicate<Identifier> compared) {
        return union(batch, this::shownKey, row -> {
            if (row.before().isEmpty()) {
                return there(key(row)) + " and " + not(asAfter(row, compared));
            }
            String before = not(asBefore(row, compared));
            return row.after().isEmpty()
                    ? there(key(row)) + " and " + before
                    : before + " and " + not(asAfter(row, compared));
        });
    }

    private String union(List<Row> batch, Function<Row, String> shown, Function<Row, String> condition) {
        return batch.stream()
                .map(row -> "select %s%s where %s"
                        .formatted(shown.apply(row), literals.fromNowhere(), condition.apply(row)))
                .collect(Collectors.joining("\nunion all "));
    }

    private String shownKey(Row row) {
        List<Optional<String>> values = keyValues(row);
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            parts.add("%s as %s"
                    .formatted(
                            literals.text(values.get(i).orElse("")),
                            names.apply(change.key().get(i))));
        }
        return String.join(", ", parts);
    }

    private List<Optional<String>> keyValues(Row row) {
        return row.before()
                .map(values -> change.keyOf(change.before(), values))
                .orElseGet(() -> change.keyOf(change.after(), row.after().orElseThrow()));
    }

    private String there(String condition) {
        return "exists (select 1 from %s where %s)".formatted(name, condition);
    }

    private String not(String condition) {
        return "not " + there(condition);
    }
}
