package dev.godwit.change;

import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.util.List;

/**
 * Makes sure of rows, and changes no schema.
 *
 * @param act what is done
 * @param tables that it is about; none for a condition in SQL
 * @param columns whose values must not have changed; none for another act
 * @param what the condition, in words; empty for another act
 * @param query gives 0 when the condition holds; empty for another act
 */
public record Checkpoint(Act act, List<QualifiedName> tables, List<Identifier> columns, String what, String query)
        implements Change {

    /** What is done. */
    public enum Act {
        /** Copies the rows of tables, with their keys. */
        BACKUP,
        /** Stops, and undoes the migration, unless a query gives 0. */
        VERIFY,
        /** Stops, and undoes the migration, unless the rows of a table have what its backup has. */
        VERIFY_UNCHANGED,
        /** Gives tables the rows of their backup. */
        RESTORE
    }

    public Checkpoint {
        tables = List.copyOf(tables);
        columns = List.copyOf(columns);
    }

    public static Checkpoint backup(List<QualifiedName> tables) {
        return new Checkpoint(Act.BACKUP, tables, List.of(), "", "");
    }

    /** @param query gives 0 when the condition holds */
    public static Checkpoint verify(String what, String query) {
        return new Checkpoint(Act.VERIFY, List.of(), List.of(), what, query);
    }

    /** @param columns that must have the same values in the same rows */
    public static Checkpoint verifyUnchanged(QualifiedName table, List<Identifier> columns) {
        return new Checkpoint(Act.VERIFY_UNCHANGED, List.of(table), columns, "", "");
    }

    @Override
    public Schema apply(Schema before) {
        for (QualifiedName name : tables) {
            Table table = Require.table(before, name);
            columns.forEach(column -> Require.column(table, column));
        }
        return before;
    }

    /** What a backup is for. */
    @Override
    public List<Change> inverse(Schema before) {
        return act == Act.BACKUP ? List.of(new Checkpoint(Act.RESTORE, tables, List.of(), "", "")) : List.of();
    }

    @Override
    public Footprint footprint() {
        List<Ref> touched = tables.stream().map(Ref::of).toList();
        return act == Act.RESTORE
                ? Footprint.writing(touched.toArray(Ref[]::new))
                : Footprint.writing().reading(touched);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.checkpoint(this);
    }
}
