package dev.godwit.diff;

import dev.godwit.change.AlterColumn;
import dev.godwit.change.DropCheck;
import dev.godwit.change.DropColumn;
import dev.godwit.change.DropForeignKey;
import dev.godwit.change.DropIndex;
import dev.godwit.change.DropPrimaryKey;
import dev.godwit.change.DropSequence;
import dev.godwit.change.DropTable;
import dev.godwit.change.DropUnique;
import dev.godwit.schema.Check;
import dev.godwit.schema.Column;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Drops what is in the way: foreign keys, then keys and indexes, then what gives up its name to another. */
final class Clearing {

    private final Obstacles obstacles;
    private final Walk walk;

    Clearing(Obstacles obstacles, Walk walk) {
        this.obstacles = obstacles;
        this.walk = walk;
    }

    void clear() {
        tables(this::dropForeignKeys);
        tables(this::dropKeys);
        tables(this::dropChecksOfColumns);
        tables(this::dropLeavingColumns);
        tables(table -> {
            if (obstacles.isInTheWay(table.name())) {
                walk.add(new DropTable(table.name()));
            }
        });
        new TreeMap<>(obstacles.from().sequences())
                .keySet().stream()
                        .filter(obstacles::isSequenceInTheWay)
                        .forEach(name -> walk.add(new DropSequence(name)));
    }

    private void tables(Consumer<Table> step) {
        new TreeMap<>(obstacles.from().tables()).values().forEach(step);
    }

    private boolean goes(Table table) {
        return obstacles.counterpart(table.name()).isEmpty();
    }

    private void dropForeignKeys(Table table) {
        table.foreignKeys().stream()
                .filter(key -> !obstacles.keeps(table, key))
                .map(ForeignKey::name)
                .sorted()
                .forEach(name -> walk.add(new DropForeignKey(table.name(), name)));
    }

    /** A table that goes takes its keys with it. */
    private void dropKeys(Table table) {
        if (goes(table)) {
            return;
        }
        QualifiedName name = table.name();
        table.indexes().stream()
                .filter(index -> !obstacles.keeps(table, index))
                .forEach(index -> walk.add(new DropIndex(name, index.name())));
        table.checks().stream()
                .filter(check ->
                        !obstacles.counterpart(name).orElseThrow().checks().contains(check))
                .forEach(check -> walk.add(new DropCheck(name, check)));
        table.uniqueKeys().stream()
                .filter(key -> !obstacles.keeps(table, key))
                .forEach(key -> walk.add(new DropUnique(name, key)));
        table.primaryKey()
                .filter(key -> !obstacles.keeps(table, key))
                .ifPresent(key -> walk.add(new DropPrimaryKey(name)));
    }

    /** A check on a column that names a renamed one goes before the renaming, which MySQL refuses otherwise. */
    private void dropChecksOfColumns(Table table) {
        obstacles.counterpart(table.name()).ifPresent(after -> {
            for (Column column : table.columns().values()) {
                Optional<Column> wanted = after.column(obstacles.renames().column(table.name(), column.name()));
                Set<Check> staying = new LinkedHashSet<>(column.checks());
                staying.removeIf(check -> obstacles.mentionsRenamed(table, check.expression())
                        && wanted.filter(other -> other.checks().contains(check))
                                .isEmpty());
                if (!staying.equals(column.checks())) {
                    walk.add(new AlterColumn(table.name(), column, column.withChecks(staying), Optional.empty()));
                }
            }
        });
    }

    private void dropLeavingColumns(Table table) {
        if (!goes(table)) {
            List<Column> leaving = obstacles.leaving(table).stream()
                    .map(name -> table.columns().get(name))
                    .sorted(Comparator.comparing(
                                    (Column column) -> column.generatedAs().isEmpty())
                            .thenComparing(Column::name))
                    .toList();
            leaving.forEach(column -> walk.add(new DropColumn(table.name(), column.name())));
        }
    }
}
