package dev.godwit.dialect.phased;

import dev.godwit.plan.PhaseNames;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The indexes by which a column is found, as they have to stand on its twin, under reserved names. */
public final class TwinIndexes {

    private TwinIndexes() {}

    /** One for each key and index that names the column. */
    public static List<Index> of(Table table, Identifier column, Identifier twin) {
        Stream<Index> keys = Stream.concat(
                        table.primaryKey().map(key -> key.columns()).stream(),
                        table.uniqueKeys().stream().map(key -> key.columns()))
                .map(columns -> Index.of(twin, columns).withUnique(true));
        return Stream.concat(keys, table.indexes().stream())
                .filter(index -> index.columns().contains(column))
                .map(index -> moved(table.name(), index, column, twin))
                .distinct()
                .toList();
    }

    /** The index on the twin. */
    public static Index moved(QualifiedName table, Index index, Identifier column, Identifier twin) {
        List<Index.Part> parts = index.parts().stream()
                .map(part -> part.column().filter(column::equals).isPresent()
                        ? new Index.Part(Optional.of(twin), part.expression(), part.order())
                        : part)
                .toList();
        Identifier name = PhaseNames.of(table, "index " + index.unique() + parts + index.options(), twin);
        return new Index(name, parts, index.unique(), index.type(), index.options());
    }

    /** The foreign key on the twin. */
    public static ForeignKey moved(QualifiedName table, ForeignKey key, Identifier column, Identifier twin) {
        List<Identifier> columns = key.columns().stream()
                .map(name -> name.equals(column) ? twin : name)
                .toList();
        return new ForeignKey(
                PhaseNames.of(table, "foreign key " + key.name(), twin),
                columns,
                key.referencedTable(),
                key.referencedColumns(),
                key.onDelete(),
                key.definition(),
                key.options());
    }
}
