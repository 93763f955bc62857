package dev.godwit.engine.retain;

import dev.godwit.change.AddColumn;
import dev.godwit.change.Change;
import dev.godwit.change.CreateSequence;
import dev.godwit.change.CreateTable;
import dev.godwit.ledger.Fingerprint;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Sequence;
import dev.godwit.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Fingerprints of what is kept: only a thing that is to be again what it was is brought back. */
final class FormerDefinition {

    private FormerDefinition() {}

    /** Foreign keys go while a table is kept, and come back as the migration then says. */
    static String of(Table table) {
        return fingerprint(new CreateTable(table.withForeignKeys(Set.of())));
    }

    static String of(QualifiedName table, Column column) {
        return fingerprint(new AddColumn(table, column, Optional.empty()));
    }

    static String of(Sequence sequence) {
        return fingerprint(new CreateSequence(sequence));
    }

    /** Values belong to a type, and are found by a key. */
    static String of(QualifiedName table, Column column, List<Identifier> key) {
        Table rows = Table.of(table, List.of(Column.of(column.name().toString(), column.type())));
        return fingerprint(new CreateTable(rows.withComment(Optional.of(key.toString()))));
    }

    private static String fingerprint(Change change) {
        return Fingerprint.of(List.of(change), List.of()).toString();
    }
}
