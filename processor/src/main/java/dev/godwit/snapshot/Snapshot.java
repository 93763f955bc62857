package dev.godwit.snapshot;

import dev.godwit.data.ReferenceData;
import dev.godwit.ledger.Version;
import dev.godwit.model.Origin;
import dev.godwit.model.Settings;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import java.util.Map;
import java.util.Optional;

/**
 * The schema that the committed migrations lead to, with what decides the mapping.
 *
 * @param head the last migration of the chain that leads here; empty before the first
 * @param origins notes on where each table, column and sequence comes from: no part of the schema
 * @param data the rows that belong to the schema
 */
public record Snapshot(
        Optional<Version> head, Settings settings, Schema schema, Map<Ref, Origin> origins, ReferenceData data) {

    /** Where the snapshot is, among a project's resources and on the class path. */
    public static final String PATH = "META-INF/godwit/schema.json";

    public Snapshot {
        origins = Map.copyOf(origins);
    }

    /** A snapshot without rows. */
    public Snapshot(Optional<Version> head, Settings settings, Schema schema, Map<Ref, Origin> origins) {
        this(head, settings, schema, origins, ReferenceData.NONE);
    }

    /** A project's first snapshot: nothing but settings. */
    public static Snapshot empty(Settings settings) {
        return new Snapshot(Optional.empty(), settings, Schema.EMPTY, Map.of());
    }

    /**
     * Reads a snapshot.
     *
     * @throws SnapshotException when the text is damaged or newer than this version
     */
    public static Snapshot parse(String text) {
        return SnapshotReader.read(text);
    }

    public Snapshot withSchema(Schema other) {
        return new Snapshot(head, settings, other, origins, data);
    }

    /** The snapshot with other notes. */
    public Snapshot withOrigins(Map<Ref, Origin> other) {
        return new Snapshot(head, settings, schema, other, data);
    }

    /** The snapshot with other rows that belong to its schema. */
    public Snapshot withData(ReferenceData other) {
        return new Snapshot(head, settings, schema, origins, other);
    }

    /** The snapshot that one more migration leads to. */
    public Snapshot at(Version version, Schema after, ReferenceData rows) {
        return new Snapshot(Optional.of(version), settings, after, origins, rows);
    }

    /** The text that {@link #parse} reads; equal snapshots give the same text. */
    public String text() {
        return SnapshotWriter.write(this);
    }
}
