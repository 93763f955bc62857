package dev.godwit.data;

import dev.godwit.change.AddColumn;
import dev.godwit.change.AlterColumn;
import dev.godwit.change.Change;
import dev.godwit.change.ChangeRows;
import dev.godwit.change.ChangeRows.Row;
import dev.godwit.change.CreateTable;
import dev.godwit.change.DropColumn;
import dev.godwit.change.DropTable;
import dev.godwit.change.PreconditionException;
import dev.godwit.change.RenameColumn;
import dev.godwit.change.RenameTable;
import dev.godwit.change.ValueText;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import dev.godwit.schema.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What changes make of the rows that belong to the schema. What leaves with its table or column is kept, as a database
 * keeps it, and is there again when the way back brings the table or column back.
 */
public final class DataReplay {

    /** Stands for a value that nothing is known of, between two changes; no text of a value is like it. */
    private static final Optional<String> UNKNOWN = Optional.of("\0");

    private final Map<QualifiedName, TableRows> keptTables = new HashMap<>();
    private final Map<Ref, Map<List<Optional<String>>, Optional<String>>> keptColumns = new HashMap<>();
    private Schema schema;
    private ReferenceData data;

    private DataReplay(Schema schema, ReferenceData before) {
        this.schema = schema;
        this.data = before;
    }

    /**
     * The rows after changes.
     *
     * @param schema the schema before them
     * @throws PreconditionException when a change does not fit the schema or the rows
     */
    public static ReferenceData after(Schema schema, ReferenceData before, List<Change> changes) {
        DataReplay replay = new DataReplay(schema, before);
        changes.forEach(replay::forth);
        replay.requireKnown();
        return replay.data;
    }

    /**
     * The rows after one way and the other.
     *
     * @param schema the schema before both
     * @throws PreconditionException when a change does not fit the rows
     */
    public static ReferenceData thereAndBack(Schema schema, ReferenceData before, List<Change> up, List<Change> down) {
        DataReplay replay = new DataReplay(schema, before);
        up.forEach(replay::forth);
        down.forEach(replay::back);
        return replay.data;
    }

    private void back(Change change) {
        forth(change);
        if (change instanceof CreateTable create) {
            Optional.ofNullable(keptTables.get(create.table().name()))
                    .ifPresent(rows -> data = data.with(create.table().name(), rows));
        } else if (change instanceof AddColumn add) {
            Ref column = Ref.of(add.table(), add.column().name());
            Optional.ofNullable(keptColumns.get(column))
                    .ifPresent(values -> rows(add.table())
                            .ifPresent(rows -> data = data.with(
                                    add.table(), with(rows, add.column().name(), values))));
        }
    }

    /** Few kinds of change do anything to rows that are stated. */
    private void forth(Change change) {
        if (change instanceof ChangeRows changed) {
            changeRows(changed);
        } else if (change instanceof DropTable drop) {
            rows(drop.table()).ifPresent(rows -> keptTables.put(drop.table(), rows));
            data = data.without(drop.table());
        } else if (change instanceof RenameTable rename) {
            rows(rename.from())
                    .ifPresent(rows -> data = data.without(rename.from()).with(rename.to(), rows));
        } else if (change instanceof DropColumn drop) {
            rows(drop.table()).ifPresent(rows -> drop(rows, drop));
        } else if (change instanceof RenameColumn rename) {
            rows(rename.table())
                    .ifPresent(rows -> data = data.with(rename.table(), rows.renamed(rename.from(), rename.to())));
        } else if (change instanceof AlterColumn alter) {
            rows(alter.table()).ifPresent(rows -> data = data.with(alter.table(), Retyping.of(rows, alter)));
        }
        schema = change.apply(schema);
    }

    private Optional<TableRows> rows(QualifiedName table) {
        return data.table(table);
    }

    /** Rows without what tells them apart are no longer known. */
    private void drop(TableRows rows, DropColumn drop) {
        if (!rows.columns().contains(drop.column())) {
            return;
        }
        if (rows.key().contains(drop.column())) {
            data = data.without(drop.table());
            return;
        }
        Map<List<Optional<String>>, Optional<String>> values = new LinkedHashMap<>();
        rows.rows().keySet().forEach(key -> values.put(key, rows.value(key, drop.column())));
        keptColumns.put(Ref.of(drop.table(), drop.column()), values);
        List<Identifier> rest = new ArrayList<>(rows.columns());
        rest.remove(drop.column());
        data = data.with(drop.table(), rows.in(rest));
    }

    private static TableRows with(
            TableRows rows, Identifier column, Map<List<Optional<String>>, Optional<String>> values) {
        if (!values.keySet().containsAll(rows.rows().keySet())) {
            return rows;
        }
        List<Identifier> more = new ArrayList<>(rows.columns());
        more.add(column);
        Map<List<Optional<String>>, List<Optional<String>>> extended = new LinkedHashMap<>();
        rows.rows().forEach((key, row) -> {
            List<Optional<String>> longer = new ArrayList<>(row);
            longer.add(values.get(key));
            extended.put(key, longer);
        });
        return new TableRows(rows.key(), more, extended).in(TableRows.ordered(rows.key(), more));
    }

    private void changeRows(ChangeRows change) {
        TableRows before = rows(change.table())
                .orElseGet(
                        () -> new TableRows(change.key(), TableRows.ordered(change.key(), change.before()), Map.of()));
        boolean restated = !same(change.before(), change.after());
        require(
                before.key().equals(change.key())
                        && (restated
                                ? same(before.columns(), change.before())
                                : before.columns().containsAll(change.before())),
                "Rows of %s are stated in other columns than those that belong to the schema.",
                change.table());
        change.apply(schema);
        List<Identifier> columns = restated ? TableRows.ordered(change.key(), change.after()) : before.columns();
        Map<List<Optional<String>>, List<Optional<String>>> rows = new LinkedHashMap<>();
        before.rows().forEach((key, values) -> rows.put(key, arranged(columns, before.columns(), values)));
        for (Row row : change.rows()) {
            List<Optional<String>> key = key(change, row);
            row.before().ifPresent(values -> requireStated(change, before, key, values));
            require(
                    row.before().isPresent() || !rows.containsKey(key),
                    "Row %s of %s belongs to the schema already.",
                    shown(key),
                    change.table());
            row.after()
                    .map(values -> canonical(change, change.after(), values))
                    .ifPresentOrElse(
                            values -> rows.put(key, over(rows.get(key), columns, change.after(), values)),
                            () -> rows.remove(key));
        }
        data = data.with(change.table(), new TableRows(change.key(), columns, rows));
    }

    private List<Optional<String>> key(ChangeRows change, Row row) {
        return row.before()
                .map(values -> change.keyOf(change.before(), canonical(change, change.before(), values)))
                .orElseGet(() -> change.keyOf(
                        change.after(),
                        canonical(change, change.after(), row.after().orElseThrow())));
    }

    private void requireStated(
            ChangeRows change, TableRows before, List<Optional<String>> key, List<Optional<String>> stated) {
        List<Optional<String>> row = before.rows().get(key);
        require(
                row != null
                        && arranged(change.before(), before.columns(), row)
                                .equals(canonical(change, change.before(), stated)),
                "Row %s of %s is not stated as the migrations before have left it.",
                shown(key),
                change.table());
    }

    /** Stated values over those that the row has; a column of which nothing is known stays so. */
    private static List<Optional<String>> over(
            @Nullable List<Optional<String>> row,
            List<Identifier> columns,
            List<Identifier> stated,
            List<Optional<String>> values) {
        List<Optional<String>> result = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int place = stated.indexOf(columns.get(i));
            result.add(place >= 0 ? values.get(place) : row == null ? UNKNOWN : row.get(i));
        }
        return result;
    }

    private void requireKnown() {
        data.tables()
                .forEach((table, rows) -> require(
                        rows.rows().values().stream().noneMatch(row -> row.contains(UNKNOWN)),
                        "Rows of %s get no value in a column that they are stated in from now on.",
                        table));
    }

    private List<Optional<String>> canonical(
            ChangeRows change, List<Identifier> columns, List<Optional<String>> values) {
        Table table = schema.table(change.table()).orElseThrow();
        List<Optional<String>> texts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Type type = table.columns().get(columns.get(i)).type();
            texts.add(values.get(i).map(text -> ValueText.canonical(type, text)));
        }
        return texts;
    }

    private static List<Optional<String>> arranged(
            List<Identifier> wanted, List<Identifier> columns, List<Optional<String>> values) {
        return wanted.stream()
                .map(columns::indexOf)
                .map(place -> place < 0 ? UNKNOWN : values.get(place))
                .toList();
    }

    private static boolean same(List<Identifier> some, List<Identifier> others) {
        return some.size() == others.size() && some.containsAll(others);
    }

    private static String shown(List<Optional<String>> key) {
        return String.join(", ", key.stream().map(value -> value.orElse("NULL")).toList());
    }

    private static void require(boolean condition, String message, Object... arguments) {
        if (!condition) {
            throw new PreconditionException(message.formatted(arguments));
        }
    }
}
