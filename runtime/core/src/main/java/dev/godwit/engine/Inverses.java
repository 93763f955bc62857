package dev.godwit.engine;

import dev.godwit.change.AddColumn;
import dev.godwit.change.AlterColumn;
import dev.godwit.change.Change;
import dev.godwit.change.DropColumn;
import dev.godwit.change.RenameColumn;
import dev.godwit.dialect.phased.SqlNames;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What takes single changes back: their inverses, with the conversion of values that the other half says for them.
 *
 * @param otherHalf the changes that lead back from the whole
 */
record Inverses(List<Change> otherHalf) {

    /** @param before the schema before the change */
    List<Change> of(Change change, Schema before) {
        return change.inverse(before).stream()
                .map(inverse -> inverse instanceof AlterColumn alter ? converting(alter, before) : inverse)
                .toList();
    }

    private AlterColumn converting(AlterColumn inverse, Schema before) {
        return otherHalf.stream()
                .filter(AlterColumn.class::isInstance)
                .map(AlterColumn.class::cast)
                .filter(told -> isSame(told, inverse))
                .filter(told -> told.conversion().stream().allMatch(sql -> isThere(sql, inverse, before)))
                .findFirst()
                .orElse(inverse);
    }

    private static boolean isSame(AlterColumn told, AlterColumn inverse) {
        return told.table().equals(inverse.table())
                && told.from().equals(inverse.from())
                && told.to().equals(inverse.to());
    }

    /** Whether all columns that the conversion names are there at this point of the way back. */
    private boolean isThere(String sql, AlterColumn inverse, Schema schema) {
        Optional<Table> table = schema.table(inverse.table());
        return otherHalf.stream()
                .flatMap(Inverses::named)
                .filter(name -> SqlNames.mentions(sql, name))
                .allMatch(name -> table.flatMap(found -> found.column(name)).isPresent());
    }

    /** Columns that are there at some points of the way back only. */
    private static Stream<Identifier> named(Change change) {
        if (change instanceof AddColumn add) {
            return Stream.of(add.column().name());
        }
        if (change instanceof DropColumn drop) {
            return Stream.of(drop.column());
        }
        return change instanceof RenameColumn rename ? Stream.of(rename.from(), rename.to()) : Stream.empty();
    }
}
