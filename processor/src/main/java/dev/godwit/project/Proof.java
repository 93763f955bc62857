package dev.godwit.project;

import dev.godwit.change.Change;
import dev.godwit.recording.Recording;
import java.util.stream.Stream;

/** How far it is known that a migration does what its changes say. */
public enum Proof {
    /** It follows from the changes alone. */
    PROVED,
    /** It rests on what raw SQL or row code declares about itself. */
    ASSUMED;

    static Proof of(Recording recording) {
        return Stream.concat(recording.up().stream(), recording.down().stream()).allMatch(Change::isComplete)
                ? PROVED
                : ASSUMED;
    }
}
