package dev.godwit.data;

import dev.godwit.change.ChangeRows;
import dev.godwit.change.ChangeRows.Row;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What leads from rows to others: first what is inserted and updated, a table that others refer to before those, then
 * what is deleted, the other way round.
 */
public final class RowChanges {

    private final ReferenceData have;
    private final ReferenceData wanted;
    private final Schema schema;
    private final Set<QualifiedName> ordered = new LinkedHashSet<>();

    private RowChanges(ReferenceData have, ReferenceData wanted, Schema schema) {
        this.have = have;
        this.wanted = wanted;
        this.schema = schema;
    }

    /** @param schema where both kinds of rows fit */
    public static List<ChangeRows> between(ReferenceData have, ReferenceData wanted, Schema schema) {
        return new RowChanges(have, wanted, schema).changes();
    }

    private List<ChangeRows> changes() {
        Set<QualifiedName> all = new TreeSet<>(have.tables().keySet());
        all.addAll(wanted.tables().keySet());
        all.forEach(table -> order(table, all, new LinkedHashSet<>()));
        List<ChangeRows> puts = new ArrayList<>();
        List<ChangeRows> takes = new ArrayList<>();
        for (QualifiedName table : ordered) {
            puts(table).ifPresent(puts::add);
            takes(table).ifPresent(takes::add);
        }
        Collections.reverse(takes);
        puts.addAll(takes);
        return puts;
    }

    /** After the tables that it refers to; where tables refer to each other in a circle, somewhere. */
    private void order(QualifiedName table, Set<QualifiedName> all, Set<QualifiedName> above) {
        if (!ordered.contains(table) && above.add(table)) {
            schema.table(table).stream()
                    .flatMap(of -> of.foreignKeys().stream())
                    .map(key -> key.referencedTable())
                    .filter(all::contains)
                    .sorted()
                    .forEach(parent -> order(parent, all, above));
            ordered.add(table);
        }
    }

    private TableRows rows(ReferenceData data, QualifiedName table, ReferenceData other) {
        return data.table(table).orElseGet(() -> {
            TableRows like = other.table(table).orElseThrow();
            return new TableRows(like.key(), like.columns(), Map.of());
        });
    }

    private Optional<ChangeRows> puts(QualifiedName table) {
        TableRows before = rows(have, table, wanted);
        TableRows after = rows(wanted, table, have);
        boolean restated = !before.columns().equals(after.columns());
        List<Row> rows = new ArrayList<>();
        after.rows().forEach((key, values) -> {
            Optional<List<Optional<String>>> was =
                    Optional.ofNullable(before.rows().get(key));
            if (was.isEmpty() || restated || !sameIn(after.columns(), before, after, key)) {
                rows.add(new Row(was, Optional.of(values)));
            }
        });
        if (isNarrowed(before, after)) {
            rows.addAll(deletions(before, after));
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new ChangeRows(table, after.key(), before.columns(), after.columns(), rows));
    }

    /** What is no longer stated has to be stated once more, in every row, so that it is known on the way back. */
    private static boolean isNarrowed(TableRows before, TableRows after) {
        return !after.columns().containsAll(before.columns());
    }

    private static boolean sameIn(
            List<Identifier> columns, TableRows before, TableRows after, List<Optional<String>> key) {
        return columns.stream().allMatch(column -> before.value(key, column).equals(after.value(key, column)));
    }

    /** The last one first, since a row may refer to one before it. */
    private static List<Row> deletions(TableRows before, TableRows after) {
        List<Row> rows = new ArrayList<>();
        before.rows().forEach((key, values) -> {
            if (!after.rows().containsKey(key)) {
                rows.add(new Row(Optional.of(values), Optional.empty()));
            }
        });
        Collections.reverse(rows);
        return rows;
    }

    private Optional<ChangeRows> takes(QualifiedName table) {
        TableRows before = rows(have, table, wanted);
        TableRows after = rows(wanted, table, have);
        List<Row> rows = isNarrowed(before, after) ? List.of() : deletions(before, after);
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new ChangeRows(table, before.key(), before.columns(), before.columns(), rows));
    }
}
