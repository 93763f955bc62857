package dev.godwit.diff;

import dev.godwit.model.Model;
import dev.godwit.schema.Schema;
import dev.godwit.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Compares a snapshot with a model. */
public final class Differ {

    private static final Comparator<Finding> BY_PLACE =
            Comparator.comparing(Finding::place).thenComparing(Finding::code).thenComparing(Finding::text);

    private Differ() {}

    /**
     * What leads from the snapshot to the model.
     *
     * <p>Nothing is renamed that the model does not declare renamed. A constraint is itself by its structure: where
     * Hibernate made its name up, the one that it has stays.
     */
    public static Difference between(Snapshot snapshot, Model model) {
        RenameResolver resolver = new RenameResolver(snapshot, model);
        Renames renames = resolver.renames();
        Schema before = snapshot.schema();
        if (renames.isEmpty() && before.equals(model.schema())) {
            return new Difference(List.of(), List.of(), model.schema(), sorted(resolver.findings()));
        }
        Schema aligned = renames.applied(before);
        Schema after = KeptNames.of(aligned, model);
        List<Finding> findings = new ArrayList<>(resolver.findings());
        findings.addAll(new Review(snapshot, model, renames, aligned, after).findings());
        findings.addAll(new NameReview(before, after, renames, new Origins(model.origins())).findings());
        Renames back = renames.inverse();
        return new Difference(
                Route.between(before, after, renames, StatedValues.forward(model.backfills())),
                Route.between(after, before, back, StatedValues.back(model.backfills(), back)),
                after,
                sorted(findings));
    }

    private static List<Finding> sorted(List<Finding> findings) {
        return findings.stream().sorted(BY_PLACE).distinct().toList();
    }
}
