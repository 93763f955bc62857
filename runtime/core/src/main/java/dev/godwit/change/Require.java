package dev.godwit.change;

import dev.godwit.schema.Column;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Sequence;
import dev.godwit.schema.Table;
import dev.godwit.schema.UniqueKey;
import java.util.List;
import java.util.stream.Stream;

/** The preconditions that changes share. */
final class Require {

    private Require() {}

    static void that(boolean condition, String message, Object... arguments) {
        if (!condition) {
            throw new PreconditionException(message.formatted(arguments));
        }
    }

    static Table table(Schema schema, QualifiedName name) {
        return schema.table(name).orElseThrow(() -> new PreconditionException("There is no table %s.".formatted(name)));
    }

    static Column column(Table table, Identifier name) {
        return table.column(name)
                .orElseThrow(
                        () -> new PreconditionException("There is no column %s.%s.".formatted(table.name(), name)));
    }

    static Sequence sequence(Schema schema, QualifiedName name) {
        return schema.sequence(name)
                .orElseThrow(() -> new PreconditionException("There is no sequence %s.".formatted(name)));
    }

    /** That the table's keys and indexes name columns that are there. */
    static void consistent(Schema schema, Table table) {
        Stream.of(
                        table.primaryKey().stream().map(PrimaryKey::columns),
                        table.uniqueKeys().stream().map(UniqueKey::columns),
                        table.foreignKeys().stream().map(ForeignKey::columns),
                        table.indexes().stream().map(Index::columns))
                .flatMap(columns -> columns.flatMap(List::stream))
                .forEach(column -> that(
                        table.column(column).isPresent(),
                        "A key or index of table %s names column %s, which is not there.",
                        table.name(),
                        column));
        table.foreignKeys().forEach(key -> {
            Table target = key.referencedTable().equals(table.name()) ? table : table(schema, key.referencedTable());
            key.referencedColumns().forEach(column -> column(target, column));
        });
    }

    /** That no foreign key refers to one of these columns. */
    static void unreferenced(Schema schema, QualifiedName table, List<Identifier> columns) {
        schema.tables().values().stream()
                .flatMap(other -> other.foreignKeys().stream())
                .filter(key -> key.referencedTable().equals(table))
                .filter(key -> key.referencedColumns().stream().anyMatch(columns::contains))
                .findFirst()
                .ifPresent(key -> {
                    throw new PreconditionException(
                            "Foreign key %s refers to a column of table %s.".formatted(key.name(), table));
                });
    }
}
