package dev.godwit.change;

import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import java.util.List;

/**
 * Drops a table, with its rows, that no other table refers to.
 *
 * @param forGood whether no database keeps the rows for the way back
 */
public record DropTable(QualifiedName table, boolean forGood) implements Change {

    /** Drops a table whose rows may be kept. */
    public DropTable(QualifiedName table) {
        this(table, false);
    }

    @Override
    public Schema apply(Schema before) {
        Require.table(before, table);
        before.tables().values().stream()
                .filter(other -> !other.name().equals(table))
                .flatMap(other -> other.foreignKeys().stream())
                .filter(key -> key.referencedTable().equals(table))
                .findFirst()
                .ifPresent(key -> {
                    throw new PreconditionException("Table %s cannot be dropped while foreign key %s refers to it."
                            .formatted(table, key.name()));
                });
        return before.minusTable(table);
    }

    @Override
    public List<Change> inverse(Schema before) {
        return List.of(new CreateTable(Require.table(before, table)));
    }

    @Override
    public Footprint footprint() {
        return Footprint.writing(Ref.of(table));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropTable(this);
    }
}
