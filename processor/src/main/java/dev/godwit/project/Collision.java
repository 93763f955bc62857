package dev.godwit.project;

import dev.godwit.change.AddColumn;
import dev.godwit.change.AlterColumn;
import dev.godwit.change.Change;
import dev.godwit.change.CreateTable;
import dev.godwit.change.DropColumn;
import dev.godwit.change.DropTable;
import dev.godwit.change.RenameColumn;
import dev.godwit.change.RenameTable;
import dev.godwit.schema.Ref;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A place that a branch and the chain have both defined, each in its own way.
 *
 * @param place the column or table
 * @param gained the migration of the chain that did
 */
record Collision(Ref place, RecordedMigration gained) {

    /** What defines a column or table; keys, checks and indexes are told apart by themselves. */
    private static final Set<Class<? extends Change>> DEFINING = Set.of(
            CreateTable.class,
            DropTable.class,
            RenameTable.class,
            AddColumn.class,
            DropColumn.class,
            RenameColumn.class,
            AlterColumn.class);

    /** The first place where changes of a branch and of the migrations that the chain has gained collide. */
    static Optional<Collision> of(List<Change> own, List<RecordedMigration> gained) {
        return gained.stream()
                .flatMap(theirs -> own.stream()
                        .filter(Collision::isDefining)
                        .flatMap(mine -> places(mine, theirs).map(place -> new Collision(place, theirs))))
                .findFirst();
    }

    private static Stream<Ref> places(Change mine, RecordedMigration theirs) {
        return theirs.recording().up().stream()
                .filter(Collision::isDefining)
                .filter(other -> !other.equals(mine))
                .flatMap(other -> mine.footprint().writes().stream()
                        .filter(place -> other.footprint().writes().stream().anyMatch(place::overlaps)));
    }

    private static boolean isDefining(Change change) {
        return DEFINING.contains(change.getClass());
    }

    /** The first change of the chain that writes what these touch, or touches what these write. */
    static Optional<RecordedMigration> interfering(List<Change> own, List<RecordedMigration> gained) {
        return gained.stream()
                .filter(theirs -> theirs.recording().up().stream()
                        .anyMatch(other ->
                                own.stream().anyMatch(mine -> !mine.footprint().isDisjointFrom(other.footprint()))))
                .findFirst();
    }
}
