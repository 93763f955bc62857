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
import dev.godwit.engine.store.HistoryRow;
import dev.godwit.engine.store.HistoryRow.State;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.ledger.Version;
import dev.godwit.plan.Plan;
import dev.godwit.schema.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes tasks of migrations: loads, records and plans each when its turn comes. */
final class Tasks {

    private final MigrationSource source;
    private final Dialect dialect;
    private final Migrations migrations;

    Tasks(MigrationSource source, Dialect dialect) {
        this.source = source;
        this.dialect = dialect;
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

    /** @throws dev.godwit.engine.problem.EngineException when it comes too late to be applied where it stands */
    Task up(LedgerEntry entry, Applied applied, Attempt attempt) {
        new Commutation(migrations).require(entry, applied);
        Loaded loaded = migrations.get(entry);
        return new Task(
                entry,
                loaded.description(),
                Direction.UP,
                plan(loaded, Direction.UP, loaded.changes(Direction.UP), applied::schema),
                attempt,
                Optional.of(row(loaded)));
    }

    Task down(LedgerEntry entry, Applied applied, Attempt attempt) {
        Loaded loaded = migrations.get(entry);
        return new Task(
                entry,
                loaded.description(),
                Direction.DOWN,
                plan(loaded, Direction.DOWN, loaded.changes(Direction.DOWN), applied::schema),
                attempt,
                Optional.empty());
    }

    /**
     * Takes back a migration that is applied in part.
     *
     * @param halfApplied what took effect of it
     * @throws dev.godwit.engine.problem.EngineException when rows were changed that cannot be restored from there
     */
    Task back(LedgerEntry entry, Applied applied, Attempt attempt, Attempt halfApplied) {
        Loaded loaded = migrations.get(entry);
        HalfApplied.WayBack way = new HalfApplied(loaded, dialect, applied.schema()).wayBack(halfApplied.touched());
        Plan plan = plan(loaded, Direction.DOWN, way.undo(), way::schema);
        return new Task(entry, loaded.description(), Direction.DOWN, plan, attempt, Optional.empty());
    }

    private Plan plan(Loaded loaded, Direction direction, List<Change> changes, Supplier<Schema> before) {
        try {
            return dialect.plan(changes, before);
        } catch (DialectException e) {
            throw Refused.coded(e);
        } catch (PreconditionException e) {
            throw ChainProblems.doesNotFit(loaded.version(), direction.text(), e.getMessage());
        }
    }

    private HistoryRow row(Loaded loaded) {
        LedgerEntry entry = loaded.entry();
        Optional<String> head =
                source.ledger().head().map(last -> last.version().text());
        return new HistoryRow(
                loaded.version(),
                loaded.description(),
                entry.className(),
                entry.after().map(Version::text),
                entry.fingerprint(),
                State.APPLIED,
                Instant.EPOCH,
                Duration.ZERO,
                "",
                GodwitVersion.CURRENT,
                head.orElse(""));
    }
}
