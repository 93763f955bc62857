package dev.godwit.project;

import dev.godwit.change.Change;
import dev.godwit.recording.Recording;
import java.util.stream.Stream;

/** How far it is known that a migration does what its changes say. */
public enum Proof {
    /** It follows from the changes alone. */
    PROVED,
    /** {@code godwit:test} has seen it do so, forth and back, on a database. */
    TESTED,
    /** It rests on what raw SQL or row code declares about itself. */
    ASSUMED;

    static Proof of(RecordedMigration migration, TestedMigrations tested) {
        Recording recording = migration.recording();
        if (Stream.concat(recording.up().stream(), recording.down().stream()).allMatch(Change::isComplete)) {
            return PROVED;
        }
        return tested.on(migration.entry()).isEmpty() ? ASSUMED : TESTED;
    }
}
