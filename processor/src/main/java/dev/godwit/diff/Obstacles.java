package dev.godwit.diff;

import dev.godwit.schema.Column;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import dev.godwit.schema.UniqueKey;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What has to go before anything else can change: what the schema to reach does not have, and what is in the way of
 * another change even if it comes back. All names are those of the schema before.
 */
record Obstacles(Schema from, Schema to, Renames renames) {

    /** The table as it will be; empty when it goes. */
    Optional<Table> counterpart(QualifiedName table) {
        return isInTheWay(table) ? Optional.empty() : to.table(renames.table(table));
    }

    /** Whether another table takes the name of this one, which goes. */
    boolean isInTheWay(QualifiedName table) {
        return takes(renames.tables().keySet(), renames.tables().values(), table);
    }

    boolean isSequenceInTheWay(QualifiedName sequence) {
        return takes(renames.sequences().keySet(), renames.sequences().values(), sequence);
    }

    private static <N> boolean takes(Collection<N> renamed, Collection<N> taken, N name) {
        return taken.contains(name) && !renamed.contains(name);
    }

    /**
     * Columns that have to go before others are renamed: those whose name another takes, and those computed from a
     * renamed column by an expression that changes with it, as MySQL refuses to rename what an expression names.
     */
    List<Identifier> leaving(Table table) {
        List<Identifier> renamed = renames.columnsOf(table.name());
        List<Identifier> taken =
                renamed.stream().map(name -> renames.column(table.name(), name)).toList();
        return table.columns().values().stream()
                .filter(column -> takes(renamed, taken, column.name()) || isRecomputed(table, column))
                .map(Column::name)
                .toList();
    }

    private boolean isRecomputed(Table table, Column column) {
        return column.generatedAs()
                .filter(generated -> mentionsRenamed(table, generated.expression()))
                .filter(generated -> counterpart(table.name(), column.name())
                        .filter(after -> !after.generatedAs().equals(column.generatedAs()))
                        .isPresent())
                .isPresent();
    }

    /** Whether SQL names a column of the table that is renamed. */
    boolean mentionsRenamed(Table table, String sql) {
        return renames.columnsOf(table.name()).stream().anyMatch(column -> SqlWords.mention(sql, column));
    }

    private Optional<Column> counterpart(QualifiedName table, Identifier column) {
        return counterpart(table).flatMap(after -> after.column(renames.column(table, column)));
    }

    boolean keeps(Table table, PrimaryKey key) {
        return stays(table, key.columns())
                && counterpart(table.name())
                        .flatMap(Table::primaryKey)
                        .filter(renames.applied(table.name(), key)::equals)
                        .isPresent();
    }

    boolean keeps(Table table, UniqueKey key) {
        return stays(table, key.columns())
                && counterpart(table.name())
                        .filter(after -> after.uniqueKeys().contains(renames.applied(table.name(), key)))
                        .isPresent();
    }

    boolean keeps(Table table, Index index) {
        return stays(table, index.columns())
                && counterpart(table.name())
                        .filter(after -> after.indexes().contains(renames.applied(table.name(), index)))
                        .isPresent();
    }

    private boolean stays(Table table, List<Identifier> columns) {
        return leaving(table).stream().noneMatch(columns::contains);
    }

    /** A foreign key of a table that goes stays until then, unless it is in the way of what it refers to. */
    boolean keeps(Table table, ForeignKey key) {
        return !isBlocking(table, key)
                && counterpart(table.name())
                        .map(after -> after.foreignKeys().contains(renames.applied(table.name(), key))
                                && stays(table, key.columns())
                                && key.columns().stream().noneMatch(column -> isRetyped(table.name(), column))
                                && !isSupportGoing(table, key))
                        .orElse(true);
    }

    /** MySQL, MariaDB and H2 do not drop an index that a foreign key makes use of. */
    private boolean isSupportGoing(Table table, ForeignKey key) {
        return Stream.of(
                        table.indexes().stream()
                                .filter(index -> !keeps(table, index))
                                .map(Index::columns),
                        table.uniqueKeys().stream()
                                .filter(unique -> !keeps(table, unique))
                                .map(UniqueKey::columns),
                        table.primaryKey().stream()
                                .filter(primary -> !keeps(table, primary))
                                .map(PrimaryKey::columns))
                .flatMap(Function.identity())
                .anyMatch(going -> new HashSet<>(going.subList(
                                0, Math.min(going.size(), key.columns().size())))
                        .equals(new HashSet<>(key.columns())));
    }

    private boolean isBlocking(Table table, ForeignKey key) {
        QualifiedName referenced = key.referencedTable();
        boolean goes = counterpart(referenced).isEmpty() && !referenced.equals(table.name());
        return goes
                || from.table(referenced)
                        .filter(target ->
                                !stays(target, key.referencedColumns()) || keyGoes(target, key.referencedColumns()))
                        .isPresent()
                || key.referencedColumns().stream().anyMatch(column -> isRetyped(referenced, column));
    }

    private boolean keyGoes(Table table, List<Identifier> columns) {
        if (counterpart(table.name()).isEmpty()) {
            return false;
        }
        Set<Identifier> wanted = new HashSet<>(columns);
        return Stream.concat(
                        table.primaryKey().stream()
                                .filter(key -> !keeps(table, key))
                                .map(PrimaryKey::columns),
                        table.uniqueKeys().stream()
                                .filter(key -> !keeps(table, key))
                                .map(UniqueKey::columns))
                .anyMatch(going -> new HashSet<>(going).equals(wanted));
    }

    private boolean isRetyped(QualifiedName table, Identifier column) {
        return counterpart(table, column)
                .map(after -> from.table(table)
                        .flatMap(before -> before.column(column))
                        .filter(before -> before.type().equals(after.type())
                                && before.collation().equals(after.collation()))
                        .isEmpty())
                .orElse(counterpart(table).isPresent());
    }
}
