package dev.godwit.dialect.standard;

import dev.godwit.change.DropForeignKey;
import dev.godwit.change.DropIndex;
import dev.godwit.change.DropPrimaryKey;
import dev.godwit.change.DropUnique;
import dev.godwit.schema.Check;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;
import dev.godwit.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What stands on a column and has to give way while the column is replaced or changes its type. */
public final class Dependents {

    private final Site site;
    private final KeySteps keys;
    private final IndexSteps indexes;

    public Dependents(Site site, KeySteps keys, IndexSteps indexes) {
        this.site = site;
        this.keys = keys;
        this.indexes = indexes;
    }

    /** Drops the checks, keys and indexes that name the column. */
    public List<Draft> drop(QualifiedName name, Identifier column) {
        Table table = site.progress().table(name);
        List<Draft> steps = new ArrayList<>(dropChecks(name, column));
        foreignKeys(name, column)
                .forEach(key -> steps.addAll(keys.dropForeignKey(
                                new DropForeignKey(key.getKey(), key.getValue().name()))
                        .now()));
        uniqueKeys(table, column)
                .forEach(key ->
                        steps.addAll(keys.dropUnique(new DropUnique(name, key)).now()));
        indexes(table, column)
                .forEach(index -> steps.addAll(
                        indexes.dropIndex(new DropIndex(name, index.name())).now()));
        if (isInPrimaryKey(table, column)) {
            steps.addAll(keys.dropPrimaryKey(new DropPrimaryKey(name)).now());
        }
        return steps;
    }

    /** Adds again what {@link #drop} has dropped. */
    public List<Draft> restore(QualifiedName name, Identifier column) {
        Table table = site.progress().table(name);
        List<Draft> steps = new ArrayList<>();
        if (isInPrimaryKey(table, column)) {
            steps.add(keys.addPlain(name, table.primaryKey().orElseThrow()));
        }
        uniqueKeys(table, column).forEach(key -> steps.add(keys.addPlain(name, key)));
        indexes(table, column).forEach(index -> steps.add(indexes.createPlain(table, index)));
        foreignKeys(name, column).forEach(key -> steps.add(keys.addPlain(key.getKey(), key.getValue())));
        steps.addAll(restoreChecks(name, column));
        return steps;
    }

    /** Drops the table's checks that mention the column. */
    public List<Draft> dropChecks(QualifiedName name, Identifier column) {
        return checks(name, column).map(check -> keys.drop(name, check)).toList();
    }

    /** Adds again what {@link #dropChecks} has dropped. */
    public List<Draft> restoreChecks(QualifiedName name, Identifier column) {
        return checks(name, column).map(check -> keys.addPlain(name, check)).toList();
    }

    private Stream<Check> checks(QualifiedName name, Identifier column) {
        return site.progress().table(name).checks().stream()
                .filter(check -> CheckText.of(check.expression()).mentions(column));
    }

    private static boolean isInPrimaryKey(Table table, Identifier column) {
        return table.primaryKey().filter(key -> key.columns().contains(column)).isPresent();
    }

    private static Stream<UniqueKey> uniqueKeys(Table table, Identifier column) {
        return table.uniqueKeys().stream().filter(key -> key.columns().contains(column));
    }

    private static Stream<Index> indexes(Table table, Identifier column) {
        return table.indexes().stream().filter(index -> index.columns().contains(column));
    }

    /** Foreign keys from the column and to it, each with the table that it stands on. */
    private Stream<Map.Entry<QualifiedName, ForeignKey>> foreignKeys(QualifiedName name, Identifier column) {
        return site.progress().schema().tables().values().stream()
                .flatMap(table -> table.foreignKeys().stream()
                        .filter(key ->
                                table.name().equals(name) && key.columns().contains(column)
                                        || key.referencedTable().equals(name)
                                                && key.referencedColumns().contains(column))
                        .map(key -> Map.entry(table.name(), key)));
    }
}
