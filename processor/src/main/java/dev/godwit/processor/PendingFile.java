package dev.godwit.processor;

import dev.godwit.snapshot.Snapshot;
import dev.godwit.source.MigrationSource;
import dev.godwit.source.PendingSource;
import dev.godwit.source.PendingSource.Basis;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The file {@code PendingMigration.java} of a snapshot and an analysis; the same two give the same text. */
final class PendingFile {

    private static final int HASH_BYTES = 8;

    private final String committed;
    private final Snapshot snapshot;
    private final Analysis analysis;

    /** @param committed the snapshot's text as it is committed */
    PendingFile(String committed, Snapshot snapshot, Analysis analysis) {
        this.committed = committed;
        this.snapshot = snapshot;
        this.analysis = analysis;
    }

    String packageName() {
        return snapshot.settings().migrationsPackage();
    }

    String text() {
        String before = hash(committed);
        Basis basis =
                new Basis(before, isAsCommitted() ? before : hash(modelled().text()));
        return analysis.migration(snapshot)
                .map(migration -> PendingSource.of(basis, MigrationSource.of(migration)))
                .orElseGet(() -> PendingSource.nothing(basis));
    }

    private boolean isAsCommitted() {
        return analysis.difference().isEmpty() && analysis.model().origins().equals(snapshot.origins());
    }

    private Snapshot modelled() {
        return new Snapshot(
                snapshot.head(),
                snapshot.settings(),
                analysis.difference().after(),
                analysis.model().origins(),
                analysis.difference().data());
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
