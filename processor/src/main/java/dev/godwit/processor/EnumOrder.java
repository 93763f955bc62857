package dev.godwit.processor;

import dev.godwit.model.Model;
import dev.godwit.schema.Column;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import dev.godwit.schema.Type;
import dev.godwit.schema.Type.EnumOf;
import java.util.HashSet;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * The order of an enum's constants where the compiler does not know it.
 *
 * <p>Eclipse's compiler keeps the fields of a class file sorted by name ({@code BinaryTypeBinding}), so an enum that is
 * not compiled along seems to be in another order. There the order of the snapshot counts as long as the constants are
 * the same; goals read all sources, by the JDK's compiler.
 */
final class EnumOrder {

    private EnumOrder() {}

    /** The model, with the snapshot's order of constants where the compiler cannot tell. */
    static Model restored(ProcessingEnvironment environment, Model model, Schema snapshot) {
        if (!environment.getClass().getName().startsWith("org.eclipse.")) {
            return model;
        }
        Schema schema = model.schema()
                .plusTables(model.schema().tables().values().stream()
                        .map(table -> snapshot.table(table.name())
                                .map(former -> restored(table, former))
                                .orElse(table))
                        .toList());
        return model.withSchema(schema);
    }

    private static Table restored(Table table, Table former) {
        return table.withColumns(table.columns().values().stream()
                .map(column -> former.column(column.name())
                        .map(Column::type)
                        .filter(type -> isReordered(column.type(), type))
                        .map(column::withType)
                        .orElse(column))
                .toList());
    }

    private static boolean isReordered(Type type, Type former) {
        return constants(type)
                .filter(constants -> constants(former)
                        .filter(others -> new HashSet<>(others.values()).equals(new HashSet<>(constants.values())))
                        .filter(others -> constants.equals(
                                new EnumOf(others.storage(), constants.values(), others.length(), others.typeName())))
                        .isPresent())
                .isPresent();
    }

    private static Optional<EnumOf> constants(Type type) {
        return type instanceof EnumOf constants ? Optional.of(constants) : Optional.empty();
    }
}
