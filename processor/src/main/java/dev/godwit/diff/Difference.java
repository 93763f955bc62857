package dev.godwit.diff;

import dev.godwit.change.Change;
import dev.godwit.data.ReferenceData;
import dev.godwit.schema.Schema;
import java.util.List;

/**
 * What leads from a snapshot to a model, and back.
 *
 * @param up the changes that lead from the snapshot's schema to {@code after}, what loses data last
 * @param down the changes that lead back
 * @param after the schema that the model asks for, with the names that constraints have already
 * @param findings what a person should know, in the order of places
 * @param data the rows that belong to the schema after
 */
public record Difference(List<Change> up, List<Change> down, Schema after, List<Finding> findings, ReferenceData data) {

    public Difference {
        up = List.copyOf(up);
        down = List.copyOf(down);
        findings = List.copyOf(findings);
    }

    /** A difference of schemas without rows that belong to them. */
    public Difference(List<Change> up, List<Change> down, Schema after, List<Finding> findings) {
        this(up, down, after, findings, ReferenceData.NONE);
    }

    /** Whether no migration is needed. */
    public boolean isEmpty() {
        return up.isEmpty();
    }
}
