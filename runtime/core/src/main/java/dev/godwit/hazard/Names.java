package dev.godwit.hazard;

import dev.godwit.schema.Identifier;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import dev.godwit.schema.Type;
import dev.godwit.schema.Type.EnumOf;
import dev.godwit.schema.UniqueKey;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Questions about schemas that rules share. */
final class Names {

    /** The place of what cannot be placed, such as raw SQL. */
    static final Ref NOWHERE = Ref.of(QualifiedName.of("-"));

    private Names() {}

    static String list(List<Identifier> names) {
        return names.stream().map(Identifier::toString).collect(Collectors.joining(", "));
    }

    /** Whether an index or key of the table begins with these columns, in whatever order. */
    static boolean isIndexed(Schema schema, QualifiedName name, List<Identifier> columns) {
        return schema.table(name)
                .map(table -> leading(table)
                        .anyMatch(key -> key.size() >= columns.size()
                                && key.subList(0, columns.size()).containsAll(columns)))
                .orElse(false);
    }

    private static Stream<List<Identifier>> leading(Table table) {
        return Stream.of(
                        table.primaryKey().stream().map(PrimaryKey::columns),
                        table.uniqueKeys().stream().map(UniqueKey::columns),
                        table.indexes().stream().map(index -> index.columns()))
                .flatMap(keys -> keys);
    }

    /** The values of an enum type, in order; none where it is no enum. */
    static List<String> values(Type type) {
        return type instanceof EnumOf enumType ? enumType.values() : List.of();
    }
}
