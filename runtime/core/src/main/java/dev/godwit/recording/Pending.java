package dev.godwit.recording;

import dev.godwit.change.Change;

/** A change that may still be told more about itself while the migration is being recorded. */
interface Pending {

    /** @throws IllegalStateException when something is missing */
    Change change();
}
