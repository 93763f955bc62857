package dev.godwit.engine;

import dev.godwit.change.Change;
import dev.godwit.change.PreconditionException;
import dev.godwit.dialect.Dialect;
import dev.godwit.dialect.DialectException;
import dev.godwit.engine.chain.Loaded;
import dev.godwit.engine.event.Direction;
import dev.godwit.engine.problem.ChainProblems;
import dev.godwit.plan.Course;
import dev.godwit.plan.Plan;
import dev.godwit.plan.Retention;
import dev.godwit.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Plans halves of migrations.
 *
 * @param up how migrations are begun that go forward
 * @param down how migrations are begun that go back
 * @param background whether work on many rows is left for later
 */
record HalfPlans(Dialect dialect, Course.Mode up, Course.Mode down, boolean background) {

    /** @param first whether the database had no migration when it was first worked on, so that nobody runs yet */
    static HalfPlans of(Dialect dialect, Phases phases, boolean first) {
        boolean whole = first || phases.phase() == Phase.ALL;
        return new HalfPlans(
                dialect,
                whole ? Course.Mode.WHOLE : Course.Mode.PHASED,
                phases.phase() == Phase.EXPAND ? Course.Mode.PHASED : Course.Mode.WHOLE,
                phases.background() && !whole);
    }

    Course.Mode mode(Direction half) {
        return half == Direction.UP ? up : down;
    }

    /** @throws dev.godwit.engine.problem.EngineException when the database cannot carry it out, or it does not fit */
    Plan plan(Loaded migration, Direction half, Course.Mode mode, Supplier<Schema> before, Retention retention) {
        return plan(migration, half, course(migration, half, mode, before, retention));
    }

    /** Empty: it cannot be planned in this mode, whatever the state of the database, so it never was begun in it. */
    Optional<Plan> possible(
            Loaded migration, Direction half, Course.Mode mode, Supplier<Schema> before, Retention retention) {
        try {
            return Optional.of(dialect.plan(course(migration, half, mode, before, retention)));
        } catch (DialectException | PreconditionException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether the release before lives with a migration that is applied in full: nothing of it has to wait.
     *
     * @param plan of its way forth, in this mode
     */
    boolean spares(Loaded migration, Course.Mode mode, Plan plan, Supplier<Schema> before) {
        if (!dialect.sparesRunningVersion()) {
            return false;
        }
        return switch (mode) {
            case PHASED -> plan.contract().isEmpty();
            case WHOLE ->
                possible(migration, Direction.UP, Course.Mode.PHASED, before, Retention.NONE)
                        .filter(phased -> phased.contract().isEmpty())
                        .isPresent();
        };
    }

    private static Course course(
            Loaded migration, Direction half, Course.Mode mode, Supplier<Schema> before, Retention retention) {
        return new Course(migration.changes(half), migration.changes(half.opposite()), before, retention, mode);
    }

    /**
     * Plans changes of a migration at once.
     *
     * @throws dev.godwit.engine.problem.EngineException when the database cannot carry them out, or they do not fit
     */
    Plan plan(Loaded migration, Direction to, List<Change> changes, Supplier<Schema> before, Retention retention) {
        return plan(migration, to, Course.whole(changes, before, retention));
    }

    private Plan plan(Loaded migration, Direction to, Course course) {
        try {
            return dialect.plan(course);
        } catch (DialectException e) {
            throw Refused.coded(e);
        } catch (PreconditionException e) {
            throw ChainProblems.doesNotFit(migration.version(), to.text(), e.getMessage());
        }
    }
}
