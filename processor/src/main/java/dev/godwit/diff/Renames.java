package dev.godwit.diff;

import dev.godwit.change.Change;
import dev.godwit.change.RenameColumn;
import dev.godwit.change.RenameSequence;
import dev.godwit.change.RenameTable;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.Index.Part;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.UniqueKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is renamed. No name is given to anything that another rename takes from something else.
 *
 * @param tables new names by old ones
 * @param columns new names by the column's old place, under its table's old name
 * @param sequences new names by old ones
 */
record Renames(
        Map<QualifiedName, QualifiedName> tables,
        Map<Ref, Identifier> columns,
        Map<QualifiedName, QualifiedName> sequences) {

    static final Renames NONE = new Renames(Map.of(), Map.of(), Map.of());

    Renames {
        tables = Map.copyOf(tables);
        columns = Map.copyOf(columns);
        sequences = Map.copyOf(sequences);
    }

    boolean isEmpty() {
        return tables.isEmpty() && columns.isEmpty() && sequences.isEmpty();
    }

    QualifiedName table(QualifiedName before) {
        return tables.getOrDefault(before, before);
    }

    QualifiedName sequence(QualifiedName before) {
        return sequences.getOrDefault(before, before);
    }

    /** @param table under its old name */
    Identifier column(QualifiedName table, Identifier before) {
        return columns.getOrDefault(Ref.of(table, before), before);
    }

    /** @param table under its old name */
    List<Identifier> columnsOf(QualifiedName table) {
        return columns.keySet().stream()
                .filter(ref -> ref.object().equals(table))
                .flatMap(ref -> ref.column().stream())
                .sorted()
                .toList();
    }

    Renames inverse() {
        Map<Ref, Identifier> back = new LinkedHashMap<>();
        columns.forEach((from, to) ->
                back.put(Ref.of(table(from.object()), to), from.column().orElseThrow()));
        return new Renames(inverse(tables), back, inverse(sequences));
    }

    private static Map<QualifiedName, QualifiedName> inverse(Map<QualifiedName, QualifiedName> names) {
        Map<QualifiedName, QualifiedName> back = new LinkedHashMap<>();
        names.forEach((from, to) -> back.put(to, from));
        return back;
    }

    /** Tables first, so that columns are renamed under their table's new name. */
    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        new TreeMap<>(tables).forEach((from, to) -> changes.add(new RenameTable(from, to)));
        new TreeMap<>(columns)
                .forEach((from, to) -> changes.add(
                        new RenameColumn(table(from.object()), from.column().orElseThrow(), to)));
        new TreeMap<>(sequences).forEach((from, to) -> changes.add(new RenameSequence(from, to)));
        return changes;
    }

    Schema applied(Schema before) {
        Schema after = before;
        for (Change change : changes()) {
            after = change.apply(after);
        }
        return after;
    }

    PrimaryKey applied(QualifiedName table, PrimaryKey key) {
        return new PrimaryKey(key.name(), applied(table, key.columns()));
    }

    UniqueKey applied(QualifiedName table, UniqueKey key) {
        return key.withColumns(applied(table, key.columns()));
    }

    ForeignKey applied(QualifiedName table, ForeignKey key) {
        return new ForeignKey(
                key.name(),
                applied(table, key.columns()),
                table(key.referencedTable()),
                applied(key.referencedTable(), key.referencedColumns()),
                key.onDelete(),
                key.definition(),
                key.options());
    }

    Index applied(QualifiedName table, Index index) {
        List<Part> parts = index.parts().stream()
                .map(part -> new Part(part.column().map(name -> column(table, name)), part.expression(), part.order()))
                .toList();
        return new Index(index.name(), parts, index.unique(), index.type(), index.options());
    }

    private List<Identifier> applied(QualifiedName table, List<Identifier> names) {
        return names.stream().map(name -> column(table, name)).toList();
    }
}
