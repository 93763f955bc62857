package dev.godwit.testing;

import dev.godwit.schema.Column;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Sequence;
import dev.godwit.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/** Random edits of a schema that leave it consistent. */
final class RandomEdits {

    private final Random random;
    private final RandomSchemas schemas;
    private final RandomColumns columns;

    RandomEdits(Random random, RandomSchemas schemas, RandomColumns columns) {
        this.random = random;
        this.schemas = schemas;
        this.columns = columns;
    }

    Schema edit(Schema schema) {
        Schema edited = schema;
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            edited = once(edited);
        }
        return edited;
    }

    private Schema once(Schema schema) {
        if (schema.tables().isEmpty() || random.nextInt(10) == 0) {
            QualifiedName name = schemas.tableName();
            return schema.table(name).isPresent()
                    ? schema
                    : schema.plus(schemas.table(name, schema.structs().keySet()));
        }
        Table table = columns.pick(List.copyOf(schema.tables().values()));
        Column column = columns.pick(List.copyOf(table.columns().values()));
        return switch (random.nextInt(16)) {
            case 0 -> withoutTable(schema, table);
            case 1 -> withoutColumn(schema, table, column.name());
            case 2 -> renamedColumn(schema, table, column);
            case 3 -> renamedTable(schema, table);
            case 4 -> retyped(schema, table, column);
            case 5 -> schema.plus(table.plus(column.withNullable(!column.nullable())));
            case 6 -> schema.plus(table.plus(column.withDefault(columns.maybe("7"))));
            case 7 -> schema.plus(table.plus(schemas.unique(table)));
            case 8 -> schema.plus(table.plus(schemas.index(table)));
            case 9 -> schema.plus(table.plus(columns.check()).withComment(columns.maybe(columns.text())));
            case 10 -> schemas.withForeignKey(schema);
            case 11 -> withColumn(schema, table);
            case 12 -> schema.plus(table.withUniqueKeys(Set.of()).withIndexes(Set.of()));
            case 13 -> schema.plus(table.withForeignKeys(Set.of()).withOptions(columns.maybe("/* other */")));
            case 14 -> schema.plus(table.plus(column.plus(columns.check())).withChecks(Set.of()));
            default -> sequences(schema);
        };
    }

    private Schema withColumn(Schema schema, Table table) {
        Column column = schemas.column(schema.structs().keySet());
        return table.column(column.name()).isPresent() ? schema : schema.plus(table.plus(column));
    }

    private Schema sequences(Schema schema) {
        Sequence sequence = schemas.sequence();
        return schema.sequence(sequence.name()).isPresent() && random.nextBoolean()
                ? schema.minusSequence(sequence.name())
                : schema.plus(sequence);
    }

    private Schema renamedColumn(Schema schema, Table table, Column column) {
        Identifier to = Identifier.of(column.name().text() + "_" + random.nextInt(3));
        return table.column(to).isPresent() ? schema : schema.renamedColumn(table.name(), column.name(), to);
    }

    private Schema renamedTable(Schema schema, Table table) {
        QualifiedName to = schemas.tableName();
        return schema.table(to).isPresent() ? schema : schema.renamedTable(table.name(), to);
    }

    /** Another type, with the columns that refer to it following. */
    private Schema retyped(Schema schema, Table table, Column column) {
        Column changed = column.withType(columns.keyType());
        Schema result = schema.plus(table.plus(changed));
        for (Table other : result.tables().values()) {
            Table following = other;
            for (ForeignKey key : other.foreignKeys()) {
                int at = key.referencedColumns().indexOf(column.name());
                if (key.referencedTable().equals(table.name()) && at >= 0) {
                    Column referring = following.columns().get(key.columns().get(at));
                    following = following.plus(referring.withType(changed.type()));
                }
            }
            result = result.plus(following);
        }
        return result;
    }

    private Schema withoutTable(Schema schema, Table table) {
        return withoutForeignKeys(schema, key -> key.referencedTable().equals(table.name()))
                .minusTable(table.name());
    }

    private Schema withoutColumn(Schema schema, Table table, Identifier column) {
        if (table.columns().size() == 1) {
            return schema;
        }
        Schema loose = withoutForeignKeys(
                schema,
                key -> key.referencedTable().equals(table.name())
                        && key.referencedColumns().contains(column));
        Table rest = loose.table(table.name()).orElseThrow();
        return loose.plus(rest.withPrimaryKey(
                        rest.primaryKey().filter(key -> !key.columns().contains(column)))
                .withUniqueKeys(without(rest.uniqueKeys(), key -> key.columns().contains(column)))
                .withIndexes(without(rest.indexes(), index -> index.columns().contains(column)))
                .withForeignKeys(
                        without(rest.foreignKeys(), key -> key.columns().contains(column)))
                .minus(column));
    }

    private static Schema withoutForeignKeys(Schema schema, Predicate<ForeignKey> unwanted) {
        Schema result = schema;
        for (Table table : schema.tables().values()) {
            result = result.plus(table.withForeignKeys(without(table.foreignKeys(), unwanted)));
        }
        return result;
    }

    private static <E> Set<E> without(Set<E> all, Predicate<E> unwanted) {
        List<E> rest = new ArrayList<>(all);
        rest.removeIf(unwanted);
        return new LinkedHashSet<>(rest);
    }
}
