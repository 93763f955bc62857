package dev.godwit.dialect.phased;

import dev.godwit.plan.PhaseNames;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.QualifiedName;
import java.util.Optional;

/**
 * The foreign key of parts to their owners. The version of the application that does not know the parts deletes owners as
 * if there were none, so meanwhile another one stands in its place that deletes the parts.
 */
record PartKey(QualifiedName table, ForeignKey key) {

    ForeignKey meanwhile() {
        return new ForeignKey(
                PhaseNames.of(table, "foreign key " + key.name(), key.name()),
                key.columns(),
                key.referencedTable(),
                key.referencedColumns(),
                ForeignKey.Action.CASCADE,
                Optional.empty(),
                key.options());
    }

    boolean needsOther() {
        return key.onDelete() != ForeignKey.Action.CASCADE || key.definition().isPresent();
    }
}
