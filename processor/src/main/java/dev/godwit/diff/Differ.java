package dev.godwit.diff;

import dev.godwit.data.DataReplay;
import dev.godwit.data.ReferenceData;
import dev.godwit.data.TypedData;
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
            List<Finding> findings = new ArrayList<>(resolver.findings());
            findings.addAll(new MoveResolver(before, before, model, renames).findings());
            return withRows(snapshot, model, new Difference(List.of(), List.of(), model.schema(), sorted(findings)));
        }
        Schema aligned = renames.applied(before);
        Schema after = KeptNames.of(aligned, model);
        MoveResolver mover = new MoveResolver(aligned, after, model, renames);
        InheritanceResolver inheritance = new InheritanceResolver(snapshot, aligned, after, model, renames);
        Moves moves = mover.moves().with(inheritance);
        List<Finding> findings = new ArrayList<>(resolver.findings());
        findings.addAll(mover.findings());
        findings.addAll(inheritance.findings());
        findings.addAll(new Review(snapshot, model, renames, moves, aligned, after).findings());
        findings.addAll(new NameReview(before, after, renames, new Origins(model.origins())).findings());
        Renames back = renames.inverse();
        return withRows(
                snapshot,
                model,
                new Difference(
                        Route.between(before, after, renames, StatedValues.forward(model.backfills()), moves),
                        Route.between(
                                after, before, back, StatedValues.back(model.backfills(), back), moves.back(back)),
                        after,
                        sorted(findings)));
    }

    /** The difference with what leads to the declared rows; where nothing is declared, rows stay as they are. */
    private static Difference withRows(Snapshot snapshot, Model model, Difference schema) {
        ReferenceData have = DataReplay.after(snapshot.schema(), snapshot.data(), schema.up());
        if (model.data().isEmpty()) {
            return new Difference(schema.up(), schema.down(), schema.after(), schema.findings(), have);
        }
        TypedData typed = model.data().get().typed(schema.after());
        List<Finding> findings = new ArrayList<>(schema.findings());
        findings.addAll(RowReview.findings(have, typed));
        if (RowReview.stops(have, typed)) {
            return new Difference(schema.up(), schema.down(), schema.after(), sorted(findings), have);
        }
        RowRoute route =
                new RowRoute(snapshot.schema(), schema.up(), schema.down(), schema.after(), have, typed.data());
        return new Difference(route.up(), route.down(), schema.after(), sorted(findings), typed.data());
    }

    private static List<Finding> sorted(List<Finding> findings) {
        return findings.stream().sorted(BY_PLACE).distinct().toList();
    }
}
