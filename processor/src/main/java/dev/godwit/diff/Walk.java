package dev.godwit.diff;

import dev.godwit.change.Change;
import dev.godwit.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** Changes in the making, each applied when it is added: a list that does not apply is never made. */
final class Walk {

    private final List<Change> changes = new ArrayList<>();
    private Schema current;

    Walk(Schema start) {
        this.current = start;
    }

    /** The schema after all that was added. */
    Schema current() {
        return current;
    }

    void add(Change change) {
        current = change.apply(current);
        changes.add(change);
    }

    void all(List<Change> more) {
        more.forEach(this::add);
    }

    /** The changes, which must have led to this schema. */
    List<Change> end(Schema wanted) {
        if (!current.equals(wanted)) {
            throw new IllegalStateException(
                    "The changes %s lead to %s, not to %s.".formatted(changes, current, wanted));
        }
        return List.copyOf(changes);
    }
}
