package dev.godwit.project;

import dev.godwit.change.PreconditionException;
import dev.godwit.data.DataReplay;
import dev.godwit.data.ReferenceData;
import dev.godwit.ledger.Fingerprint;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.Version;
import dev.godwit.schema.Schema;
import dev.godwit.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.List;

/**
 * What a project's files are once a migration that was edited on purpose is sealed again.
 *
 * @param snapshot the snapshot after, with the schema that the chain leads to now
 * @param ledger the ledger after, with the fingerprint of what the migration records now
 */
public record Seal(Snapshot snapshot, Ledger ledger) {

    /**
     * Seals one migration as it is.
     *
     * @param chain every migration of the ledger, in its order
     * @throws ProjectException when there is none of this version, when one of the chain does not apply any more, or
     *     when the migration's {@code down} does not undo its {@code up}, or says nothing where that moves rows
     */
    public static Seal of(Snapshot snapshot, Ledger ledger, List<RecordedMigration> chain, Version edited) {
        Acceptance.requireSameHead(snapshot, ledger);
        if (ledger.entry(edited).isEmpty()) {
            throw new ProjectException(ProjectMessages.unknownVersion("edited", edited));
        }
        Schema schema = Schema.EMPTY;
        ReferenceData data = ReferenceData.NONE;
        Ledger sealed = ledger;
        for (RecordedMigration migration : chain) {
            Schema after = Branch.applied(migration, schema);
            if (migration.entry().version().equals(edited)) {
                migration.wayBack(schema, data, after).or(migration::rowsBack).ifPresent(problem -> {
                    throw new ProjectException(problem);
                });
                sealed = sealed.with(
                        edited,
                        Fingerprint.of(
                                migration.recording().up(),
                                migration.recording().down()));
            }
            data = rowsAfter(migration, schema, data);
            schema = after;
        }
        return new Seal(snapshot.withSchema(schema).withData(data), sealed.withData(DataSeal.lines(data)));
    }

    private static ReferenceData rowsAfter(RecordedMigration migration, Schema schema, ReferenceData before) {
        try {
            return DataReplay.after(schema, before, migration.recording().up());
        } catch (PreconditionException e) {
            throw new ProjectException(ProjectMessages.doesNotApply(migration.entry(), e.getMessage()), e);
        }
    }

    /**
     * Writes the files, both or none.
     *
     * @return the files written
     * @throws ProjectException when one cannot be written
     */
    public List<Path> write(ProjectFiles files) {
        return new FileSet()
                .with(files.snapshot(), snapshot.text())
                .with(files.ledger(), ledger.text())
                .write();
    }
}
