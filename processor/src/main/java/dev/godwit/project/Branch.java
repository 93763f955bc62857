package dev.godwit.project;

import dev.godwit.change.Change;
import dev.godwit.change.PreconditionException;
import dev.godwit.ledger.Version;
import dev.godwit.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A branch's own migrations in the order in which they follow each other, each with what it was written for.
 *
 * @param steps own migrations, none before the one that it follows
 */
record Branch(List<Step> steps) {

    /**
     * An own migration.
     *
     * @param before the schema that it was written for
     * @param after the schema that it led to
     * @param gained what the chain has got since the branch left it
     */
    record Step(SourcedMigration own, Schema before, Schema after, List<RecordedMigration> gained) {

        List<Change> up() {
            return own.migration().recording().up();
        }
    }

    /** A point that a migration can follow: the schema there, and how much of the chain leads to it. */
    private record Point(Schema schema, int place) {}

    Branch {
        steps = List.copyOf(steps);
    }

    /**
     * Orders own migrations, those that follow the same one by version.
     *
     * @param chain the committed chain, in its order
     * @throws ProjectException when one follows what is neither in the chain nor among them, or does not fit there
     */
    static Branch of(List<RecordedMigration> chain, List<SourcedMigration> own) {
        Map<Optional<Version>, Point> points = points(chain);
        List<SourcedMigration> rest = new ArrayList<>(own);
        List<Step> steps = new ArrayList<>();
        while (!rest.isEmpty()) {
            SourcedMigration next = rest.stream()
                    .filter(each -> points.containsKey(each.entry().after()))
                    .min(Comparator.comparing(SourcedMigration::version))
                    .orElseThrow(() -> new ProjectException(
                            ProjectMessages.followsNothing(rest.get(0).entry())));
            Point from = points.get(next.entry().after());
            Schema after = applied(next.migration(), from.schema());
            steps.add(new Step(next, from.schema(), after, chain.subList(from.place(), chain.size())));
            points.put(Optional.of(next.version()), new Point(after, from.place()));
            rest.remove(next);
        }
        return new Branch(steps);
    }

    private static Map<Optional<Version>, Point> points(List<RecordedMigration> chain) {
        Map<Optional<Version>, Point> points = new LinkedHashMap<>();
        Schema schema = Schema.EMPTY;
        points.put(Optional.empty(), new Point(schema, 0));
        for (RecordedMigration migration : chain) {
            schema = applied(migration, schema);
            points.put(Optional.of(migration.entry().version()), new Point(schema, points.size()));
        }
        return points;
    }

    /** @throws ProjectException when the migration does not fit the schema */
    static Schema applied(RecordedMigration migration, Schema before) {
        try {
            return migration.applied(before);
        } catch (PreconditionException e) {
            throw new ProjectException(ProjectMessages.doesNotApply(migration.entry(), e.getMessage()), e);
        }
    }
}
