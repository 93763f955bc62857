package dev.godwit.rehearsal;

import dev.godwit.dialect.Dialect;
import dev.godwit.drift.Drift;
import dev.godwit.engine.Engine;
import dev.godwit.engine.RollbackTarget;
import dev.godwit.engine.chain.Applied;
import dev.godwit.engine.chain.Descriptions;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.chain.Migrations;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.ledger.LedgerEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One rehearsal in its scratch schema: knows what the database should hold after each migration. */
final class Stage {

    private final MigrationSource source;
    private final Engine engine;
    private final Connection connection;
    private final Dialect dialect;
    private final SampleRows sample;
    private final Migrations migrations;
    private final Applied applied;

    Stage(MigrationSource source, Engine engine, Connection connection, Dialect dialect, int rows) {
        this.source = source;
        this.engine = engine;
        this.connection = connection;
        this.dialect = dialect;
        this.sample = new SampleRows(connection, dialect, rows);
        this.migrations = new Migrations(source);
        this.applied = new Applied(source.ledger(), List.of(), migrations);
    }

    RehearsalReport play() throws SQLException {
        List<Rehearsed> rehearsed = new ArrayList<>();
        for (LedgerEntry entry : source.ledger().entries()) {
            sample.fill(applied.schema());
            Contents before = contents();
            List<String> problems = new ArrayList<>();
            boolean carriedOut = rehearse(entry, before, problems);
            rehearsed.add(new Rehearsed(entry, Descriptions.of(entry.className()), before.rows(), problems));
            if (!carriedOut) {
                break;
            }
        }
        return new RehearsalReport(dialect.kind(), dialect.description(), rehearsed);
    }

    /** Whether the migration stands at the end. One without a way back is not led back. */
    private boolean rehearse(LedgerEntry entry, Contents before, List<String> problems) throws SQLException {
        String version = entry.version().text();
        try {
            engine.migrate(Optional.of(version));
            applied.add(entry);
            schema(version, "up", problems);
            if (migrations.get(entry).recording().noWayBack().isPresent()) {
                return true;
            }
            Contents after = contents();
            engine.rollback(RollbackTarget.steps(1));
            applied.remove(entry);
            schema(version, "down", problems);
            rows(version, "down", before, problems);
            engine.migrate(Optional.of(version));
            applied.add(entry);
            schema(version, "the second up", problems);
            rows(version, "the second up", after, problems);
            return true;
        } catch (EngineException e) {
            problems.add(e.getMessage());
            return false;
        }
    }

    private void schema(String version, String stop, List<String> problems) {
        Drift drift = engine.drift().drift();
        if (!drift.differences().isEmpty()) {
            problems.add(RehearsalProblems.otherSchema(version, stop, drift));
        }
    }

    private void rows(String version, String stop, Contents expected, List<String> problems) throws SQLException {
        String difference = expected.differenceTo(contents());
        if (!difference.isEmpty()) {
            problems.add(RehearsalProblems.otherRows(version, stop, difference));
        }
    }

    private Contents contents() throws SQLException {
        return Contents.read(connection, dialect, applied.schema());
    }
}
