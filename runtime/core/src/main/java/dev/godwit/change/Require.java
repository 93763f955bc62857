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
import dev.godwit.schema.Type;
import dev.godwit.schema.UniqueKey;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The preconditions that changes share. */
final class Require {

    private static final Set<Type.Simple.Kind> NUMBERS = EnumSet.of(
            Type.Simple.Kind.TINYINT, Type.Simple.Kind.SMALLINT, Type.Simple.Kind.INTEGER, Type.Simple.Kind.BIGINT);

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

    /** That a column can tell rows apart by these values: it holds texts or whole numbers. */
    static void kinds(Column column, List<String> values) {
        boolean text = column.type() instanceof Type.Sized sized
                && (sized.kind() == Type.Sized.Kind.VARCHAR || sized.kind() == Type.Sized.Kind.CHAR);
        boolean number = column.type() instanceof Type.Simple simple && NUMBERS.contains(simple.kind());
        that(
                text || number,
                "Column %s tells no kinds of rows apart: it is neither text nor a whole number.",
                column.name());
        values.forEach(value -> that(
                text || value.matches("-?[0-9]{1,18}"),
                "Column %s holds whole numbers, and %s is none.",
                column.name(),
                value));
    }
}
