package dev.godwit.mapping.audit;

import dev.godwit.mapping.bound.BoundColumn;
import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.BoundForeignKey;
import dev.godwit.mapping.bound.BoundTable;
import dev.godwit.mapping.bound.ForeignKeyChoice;
import dev.godwit.mapping.bound.Value;
import dev.godwit.schema.Type;
import java.util.List;
import java.util.function.Supplier;

/** Makes columns of audit tables. */
final class AuditColumns {

    private final TableMaker maker;

    AuditColumns(TableMaker maker) {
        this.maker = maker;
    }

    /** The columns of a value as its table holds them. */
    List<BoundColumn> ofValue(Value value) {
        return value.columns().stream()
                .map(column -> value.table().column(column).orElse(column))
                .toList();
    }

    /** A column for the same values, without constraints. Its name goes through the naming strategy once more. */
    BoundColumn copy(BoundColumn audited) {
        String name = audited.name().quoted()
                ? "`" + audited.name().text() + "`"
                : audited.name().text();
        return audited.bare().name(maker.column(name));
    }

    BoundColumn add(BoundTable table, BoundColumn audited) {
        return put(table, copy(audited));
    }

    BoundColumn add(BoundTable table, String name, Supplier<Type> type) {
        return put(table, new BoundColumn().name(maker.column(name)).type(type));
    }

    private static BoundColumn put(BoundTable table, BoundColumn column) {
        table.add(column);
        return table.column(column).orElse(column);
    }

    void addFlag(BoundTable table, String name) {
        add(table, name, () -> new Type.Simple(Type.Simple.Kind.BOOLEAN));
    }

    /** Lets columns refer to the primary key of another table. */
    BoundForeignKey refer(BoundTable table, List<BoundColumn> columns, BoundTable target, BoundEntity entity) {
        BoundForeignKey key = new BoundForeignKey(columns, entity, List.of(), ForeignKeyChoice.DEFAULT);
        key.referencedTable(target);
        return table.add(key);
    }
}
