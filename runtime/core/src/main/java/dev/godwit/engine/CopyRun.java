package dev.godwit.engine;

import dev.godwit.engine.Access.Opened;
import dev.godwit.engine.chain.Applied;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.chain.Migrations;
import dev.godwit.engine.chain.Standing;
import dev.godwit.engine.copy.CopiedTable;
import dev.godwit.engine.copy.CopyPlan;
import dev.godwit.engine.copy.CopySource;
import dev.godwit.engine.copy.Counters;
import dev.godwit.engine.copy.Incoming;
import dev.godwit.engine.copy.Verification;
import dev.godwit.engine.event.Direction;
import dev.godwit.engine.execute.Attempt;
import dev.godwit.engine.execute.Outcome;
import dev.godwit.engine.execute.Session;
import dev.godwit.engine.execute.Task;
import dev.godwit.engine.execute.TaskRunner;
import dev.godwit.engine.problem.CopyProblems;
import dev.godwit.engine.report.CopyReport;
import dev.godwit.engine.retain.Decisions;
import dev.godwit.engine.retain.Keeper;
import dev.godwit.engine.server.Jdbc;
import dev.godwit.engine.store.HistoryRow;
import dev.godwit.engine.store.HistoryRow.State;
import dev.godwit.engine.store.JournalRow;
import dev.godwit.ledger.Fingerprint;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.ledger.Version;
import dev.godwit.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Copies the rows of one database into another at the same point of the chain. The work is a task like a migration's, with
 * a journal of its own, so that it is resumed in the same way.
 */
final class CopyRun {

    /** Under which the journal keeps a copy: no migration can have it. */
    private static final LedgerEntry COPY = new LedgerEntry(
            new Version("00010101000000"), "copy", Optional.empty(), Fingerprint.of(List.of(), List.of()));

    private final MigrationSource source;
    private final Options options;
    private final boolean overwrite;

    CopyRun(MigrationSource source, Options options, boolean overwrite) {
        this.source = source;
        this.options = options;
        this.overwrite = overwrite;
    }

    /** @throws dev.godwit.engine.problem.EngineException when the database is between two points of the chain */
    Standing standingOf(Opened there) {
        Look look = new Look(there, source.ledger(), Options.DEFAULT);
        Standing standing = look.standing();
        standing.requireFit(look.names().history());
        if (standing.applied().isEmpty()) {
            throw CopyProblems.sourceEmpty();
        }
        look.interruption(standing).ifPresent(what -> {
            throw CopyProblems.sourceUnsettled(what.version(), "half applied");
        });
        standing.rows().values().stream()
                .filter(row -> row.state() != State.APPLIED)
                .forEach(row -> {
                    throw CopyProblems.sourceUnsettled(
                            row.version(), row.state().text());
                });
        return standing;
    }

    /** How the database stands that gets the rows. */
    Standing standingBefore(Opened here) {
        return new Look(here, source.ledger(), options).standing();
    }

    /** @param before how the database stood before it was migrated for the copy */
    CopyReport run(Opened there, Session session, List<LedgerEntry> wanted, Standing before) throws SQLException {
        long start = System.nanoTime();
        Standing here = Standing.of(source.ledger(), session.history().read(session.connection()));
        requireSame(wanted, here.applied());
        Schema schema = new Applied(source.ledger(), wanted, new Migrations(source)).schema();
        CopyPlan plan = new CopyPlan(session.dialect(), schema);
        if (!here.isBeingCopied()) {
            // Rows in a database that was empty can only be those of the migrations, and come with the copy.
            if (!overwrite && !before.rows().isEmpty()) {
                requireNoRows(session, plan);
            }
            mark(session, here, State.COPYING);
        }
        try (ReadOnly reading = ReadOnly.on(there.connection())) {
            CopySource from = new CopySource(there.connection(), there.dialect());
            carryOut(session, from, plan, here.isBeingCopied() && !overwrite);
            CopySource to = new CopySource(session.connection(), session.dialect());
            new Counters(from, to).set(schema);
            long comparing = System.nanoTime();
            List<CopyReport.Copied> copied = compared(from, to, plan);
            mark(session, here, State.APPLIED);
            long end = System.nanoTime();
            return new CopyReport(
                    there.dialect().description(),
                    session.dialect().description(),
                    copied,
                    Duration.ofNanos(end - start),
                    Duration.ofNanos(end - comparing));
        }
    }

    private static void requireSame(List<LedgerEntry> wanted, List<LedgerEntry> present) {
        if (!wanted.equals(present)) {
            throw CopyProblems.targetElsewhere(
                    versions(wanted.stream()
                            .filter(entry -> !present.contains(entry))
                            .toList()),
                    versions(present.stream()
                            .filter(entry -> !wanted.contains(entry))
                            .toList()));
        }
    }

    private static List<String> versions(List<LedgerEntry> entries) {
        return entries.stream().map(entry -> entry.version().text()).toList();
    }

    private static void requireNoRows(Session session, CopyPlan plan) throws SQLException {
        for (CopiedTable table : plan.tables()) {
            String name = session.dialect().quote(table.name());
            if (Jdbc.test(session.connection(), "select exists (select 1 from %s)".formatted(name))) {
                throw CopyProblems.targetHasRows(table.name().toString());
            }
        }
    }

    private static void mark(Session session, Standing here, State state) throws SQLException {
        session.connection().setAutoCommit(false);
        try {
            for (HistoryRow row : here.rows().values()) {
                session.history().mark(session.connection(), row.version(), state);
            }
            if (state == State.APPLIED) {
                session.journal().forget(session.connection(), COPY.version().text());
            }
            session.connection().commit();
        } finally {
            session.connection().setAutoCommit(true);
        }
    }

    /** @param goesOn whether what an interrupted copy has done counts */
    private void carryOut(Session session, CopySource from, CopyPlan plan, boolean goesOn) throws SQLException {
        Attempt attempt = goesOn ? attempt(session) : Attempt.FRESH;
        if (attempt.isOver()) {
            return;
        }
        Optional<JournalRow> last = session.journal().last(session.connection());
        Keeper keeper = Run.keeper(session, options);
        Decisions nothingKept = keeper.decide(
                new Decisions.Turn(COPY.version().text(), Direction.UP, attempt.stage(), false, false, false));
        Task task = new Task(
                COPY, "copy", Direction.UP, plan.plan(), nothingKept, attempt, new Outcome.Deleted(Optional.empty()));
        try (Incoming rows = new Incoming(session.connection(), session.dialect(), from, plan.tables())) {
            new TaskRunner(
                            session.receiving(rows),
                            keeper,
                            last.map(JournalRow::id).orElse(0L) + 1)
                    .run(task);
        }
    }

    private static Attempt attempt(Session session) throws SQLException {
        return new Attempt(session.journal()
                .lastAttempt(session.connection(), COPY.version().text(), Direction.UP));
    }

    private List<CopyReport.Copied> compared(CopySource from, CopySource to, CopyPlan plan) throws SQLException {
        List<CopyReport.Copied> copied = new ArrayList<>();
        for (CopiedTable table : plan.tables()) {
            Verification.Result result = new Verification(from, to, table).compare();
            if (!result.differing().isEmpty()) {
                throw CopyProblems.differs(table.name().toString(), result.differing());
            }
            copied.add(new CopyReport.Copied(table.name().toString(), result.rows()));
        }
        return copied;
    }

    /** A transaction that sees one state of a database and changes nothing. */
    private record ReadOnly(Connection connection, int isolation) implements AutoCloseable {

        static ReadOnly on(Connection connection) throws SQLException {
            int isolation = connection.getTransactionIsolation();
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            return new ReadOnly(connection, isolation);
        }

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(isolation);
            connection.setReadOnly(false);
        }
    }
}
