package dev.godwit.engine;

import dev.godwit.change.Change;
import dev.godwit.change.PreconditionException;
import dev.godwit.dialect.Dialect;
import dev.godwit.dialect.DialectException;
import dev.godwit.engine.chain.Applied;
import dev.godwit.engine.chain.Commutation;
import dev.godwit.engine.chain.Loaded;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.chain.Migrations;
import dev.godwit.engine.event.Direction;
import dev.godwit.engine.execute.Attempt;
import dev.godwit.engine.execute.Task;
import dev.godwit.engine.problem.ChainProblems;
import dev.godwit.engine.problem.RowProblems;
import dev.godwit.engine.retain.Decisions;
import dev.godwit.engine.retain.Keeper;
import dev.godwit.engine.store.HistoryRow;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.plan.Course;
import dev.godwit.plan.Plan;
import dev.godwit.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes tasks of migrations: loads, records and plans each when its turn comes. */
final class Tasks {

    private final MigrationSource source;
    private final Dialect dialect;
    private final Keeper keeper;
    private final boolean looking;
    private final Migrations migrations;

    /**
     * @param keeper decides what becomes of rows that are dropped
     * @param looking whether each task is made when the database is what it will find
     */
    Tasks(MigrationSource source, Dialect dialect, Keeper keeper, boolean looking) {
        this.source = source;
        this.dialect = dialect;
        this.keeper = keeper;
        this.looking = looking;
        this.migrations = new Migrations(source);
    }

    Migrations migrations() {
        return migrations;
    }

    /**
     * Refuses, before anything is executed, what can be refused without executing what comes before it.
     *
     * @throws dev.godwit.engine.problem.EngineException when a migration cannot be used, or comes too late to be applied
     *     where it stands
     */
    void check(LedgerEntry entry, Direction direction, Applied applied) {
        migrations.get(entry);
        if (direction == Direction.UP) {
            new Commutation(migrations).require(entry, applied);
        }
    }

    /** @throws dev.godwit.engine.problem.EngineException when the migration says that there is no way back */
    void requireWayBack(LedgerEntry entry) {
        Loaded loaded = migrations.get(entry);
        loaded.recording().noWayBack().ifPresent(why -> {
            throw RowProblems.noWayBack(loaded.version(), why);
        });
    }

    /** @throws dev.godwit.engine.problem.EngineException when it comes too late to be applied where it stands */
    Task up(LedgerEntry entry, Applied applied, Attempt attempt) {
        new Commutation(migrations).require(entry, applied);
        Loaded loaded = migrations.get(entry);
        return task(
                loaded,
                Direction.UP,
                loaded.changes(Direction.UP),
                applied::schema,
                attempt,
                Optional.of(AppliedRow.of(entry, source.ledger())));
    }

    Task down(LedgerEntry entry, Applied applied, Attempt attempt) {
        Loaded loaded = migrations.get(entry);
        return task(loaded, Direction.DOWN, loaded.changes(Direction.DOWN), applied::schema, attempt, Optional.empty());
    }

    /**
     * Takes back a migration that is applied in part.
     *
     * @param halfApplied what took effect of it
     * @throws dev.godwit.engine.problem.EngineException when rows were changed that cannot be restored from there
     */
    Task back(LedgerEntry entry, Applied applied, Attempt attempt, Attempt halfApplied) {
        Loaded loaded = migrations.get(entry);
        Decisions made =
                keeper.decide(new Decisions.Turn(loaded.version(), Direction.UP, true, looking, returns(loaded)));
        HalfApplied.WayBack way =
                new HalfApplied(loaded, dialect, made, applied.schema()).wayBack(halfApplied.touched());
        return task(loaded, Direction.DOWN, way.undo(), way::schema, attempt, Optional.empty());
    }

    private Task task(
            Loaded loaded,
            Direction direction,
            List<Change> changes,
            Supplier<Schema> before,
            Attempt attempt,
            Optional<HistoryRow> row) {
        Decisions decisions = keeper.decide(
                new Decisions.Turn(loaded.version(), direction, attempt.hasBegun(), looking, returns(loaded)));
        Plan plan = plan(loaded, direction, changes, before, decisions);
        return new Task(loaded.entry(), loaded.description(), direction, plan, decisions, attempt, row);
    }

    private static boolean returns(Loaded loaded) {
        return loaded.recording().noWayBack().isEmpty();
    }

    private Plan plan(
            Loaded loaded, Direction direction, List<Change> changes, Supplier<Schema> before, Decisions decisions) {
        try {
            return dialect.plan(Course.whole(changes, before, decisions));
        } catch (DialectException e) {
            throw Refused.coded(e);
        } catch (PreconditionException e) {
            throw ChainProblems.doesNotFit(loaded.version(), direction.text(), e.getMessage());
        }
    }
}
