package dev.godwit.engine;

import dev.godwit.drift.Difference;
import dev.godwit.drift.Observation;
import dev.godwit.engine.Access.Opened;
import dev.godwit.engine.chain.Glance;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.chain.Standing;
import dev.godwit.engine.event.Direction;
import dev.godwit.engine.event.Event;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.report.BaselineReport;
import dev.godwit.engine.report.CopyReport;
import dev.godwit.engine.report.DriftReport;
import dev.godwit.engine.report.OpenPhase;
import dev.godwit.engine.report.PlanReport;
import dev.godwit.engine.report.RetainedThing;
import dev.godwit.engine.report.RunReport;
import dev.godwit.engine.report.ScriptReport;
import dev.godwit.engine.report.StatusReport;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.engine.server.Errors;
import dev.godwit.engine.store.JournalRow;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.schema.Schema;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Brings a database forward and back along a ledger. Immutable; each call opens its connections and closes them.
 *
 * <p>Every method throws {@link EngineException} when it cannot do what it is asked for; then the database is as the
 * last committed group left it, and the same call goes on from there.
 */
public final class Engine {

    static final String KEEPING = "the keeping of Godwit's own tables";

    private final MigrationSource source;
    private final Options options;
    private final Access access;

    private Engine(MigrationSource source, ConnectionSource connections, Options options) {
        this.source = source;
        this.options = options;
        this.access = new Access(connections, options.lockWait());
    }

    /** An engine for the migrations of a source on the database of a connection source. */
    public static Engine of(MigrationSource source, ConnectionSource connections, Options options) {
        return new Engine(source, connections, options);
    }

    /**
     * What {@link #migrate} would do; changes nothing, and creates nothing.
     *
     * @param to the last version to apply; empty: the newest
     */
    public PlanReport plan(Optional<String> to) {
        Optional<LedgerEntry> last = new Targets(source.ledger()).find(to);
        return reading("the plan", opened -> new Planning(opened, source, options).forward(last));
    }

    /**
     * What {@link #migrate} would do, as SQL for somebody who runs it by hand; changes nothing, and creates nothing.
     *
     * @param to the last version to apply; empty: the newest
     */
    public ScriptReport script(Optional<String> to) {
        Optional<LedgerEntry> last = new Targets(source.ledger()).find(to);
        return reading("the script", opened -> new Scripting(opened, source, options).forward(last));
    }

    /**
     * What {@link #rollback} would do; changes nothing, and creates nothing.
     *
     * @param target how far back
     */
    public PlanReport planRollback(RollbackTarget target) {
        return reading("the plan", opened -> new Planning(opened, source, options).back(target));
    }

    /**
     * Applies what the database lacks, after finishing what an interrupted run left.
     *
     * @param to the last version to apply; empty: the newest
     */
    public RunReport migrate(Optional<String> to) {
        long start = System.nanoTime();
        Optional<LedgerEntry> last = new Targets(source.ledger()).find(to);
        try (Opened opened = access.open()) {
            Look look = new Look(opened, source.ledger(), options);
            Glance glance = look.glance();
            boolean upToDate = glance.isUpToDate(
                            last,
                            options.phase().contracting(),
                            options.phases().background())
                    && !look.owesHook();
            Following following = new Following(opened, access, source, options);
            List<String> lagging = upToDate ? following.lagging(glance) : List.of();
            if (upToDate && lagging.isEmpty()) {
                return nothingToDo(glance, start);
            }
            return leftAlone(look, start)
                    .or(() ->
                            upToDate ? following.run(look, lagging) : Optional.of(migrated(opened, look, start, last)))
                    .orElseGet(() -> nothingToDo(glance, start));
        }
    }

    /**
     * Lets follow, once, what versions of the application have written where the Java code of an open migration keeps two
     * sides in step. Waits for no other run: that one does it too.
     *
     * @return whether there is such a migration, so that it is worth being called again
     */
    public boolean follow() {
        try (Opened opened = access.open()) {
            Look look = new Look(opened, source.ledger(), options);
            Following following = new Following(opened, access, source, options);
            List<String> lagging = following.lagging(look.glance());
            if (lagging.isEmpty() || !look.later(look.standing()).isEmpty()) {
                return false;
            }
            following.run(look, lagging);
            return true;
        }
    }

    private static RunReport nothingToDo(Glance glance, long start) {
        return RunReport.nothingToDo(glance.head(), Duration.ofNanos(System.nanoTime() - start));
    }

    private RunReport migrated(Opened opened, Look look, long start, Optional<LedgerEntry> last) {
        return locked(opened, locked -> {
            // Who had the lock meanwhile may have been a later release.
            Optional<RunReport> leftAlone = leftAlone(look, start);
            return leftAlone.isPresent()
                    ? leftAlone.get()
                    : run(opened, locked, Direction.UP, run -> run.agenda().forward(last));
        });
    }

    /** What there is to report where a later release has been at work that this one lives with. */
    private Optional<RunReport> leftAlone(Look look, long start) {
        List<String> later = look.requireFit(look.standing());
        if (later.isEmpty()) {
            return Optional.empty();
        }
        options.listener().on(new Event.LaterRelease(later));
        return Optional.of(
                RunReport.leftAlone(later, look.glance().head(), Duration.ofNanos(System.nanoTime() - start)));
    }

    /**
     * Undoes migrations, the last in the chain first; one that is half applied counts as one.
     *
     * @param target how far back
     */
    public RunReport rollback(RollbackTarget target) {
        try (Opened opened = access.open()) {
            return run(opened, Direction.DOWN, run -> run.agenda().back(target));
        }
    }

    /** Finishes the work on many rows that earlier runs have left for later. */
    public RunReport backfill() {
        try (Opened opened = access.open()) {
            return run(opened, Direction.UP, run -> run.agenda().fills());
        }
    }

    /** Where the database stands; changes nothing. */
    public StatusReport status() {
        return reading("the state of migrations", opened -> {
            Look look = new Look(opened, source.ledger(), options);
            List<OpenPhase> open = new OpenReading(opened, source, options, look, look.standing()).read();
            return new StatusReading(look, source.ledger())
                    .read(opened.dialect().description(), open);
        });
    }

    /**
     * How the live database stands to what its history says it should be. Leaves nothing changed; types and expressions
     * are compared by making tables beside and taking them away again.
     */
    public DriftReport drift() {
        try (Opened opened = access.open()) {
            return new DriftReading(opened, source, options).read();
        }
    }

    /**
     * The live database as a model sees it; leaves nothing changed.
     *
     * @param model what the database should hold
     */
    public Observation observe(Schema model) {
        try (Opened opened = access.open()) {
            return new DriftReading(opened, source, options).observe(model);
        }
    }

    /**
     * Records migrations as applied, without running them, on a database that is as they would have left it. Where it is
     * not, nothing is recorded and nothing is changed.
     *
     * @param to the last version to record; empty: the newest
     * @param accepted differences that somebody knows of and lets be
     */
    public BaselineReport baseline(Optional<String> to, Set<Difference> accepted) {
        Baseline baseline = new Baseline(source.ledger(), new Targets(source.ledger()).find(to));
        try (Opened opened = access.open()) {
            DriftReading reading = new DriftReading(opened, source, options);
            baseline.requireFresh(reading.standing());
            BaselineReport report =
                    baseline.judged(opened.dialect().description(), reading.against(baseline.entries()), accepted);
            if (!report.recorded().isEmpty()) {
                locked(opened, locked -> {
                    baseline.record(locked.session());
                    return report;
                });
            }
            return report;
        }
    }

    /** The step inside which a run was interrupted, if one was; changes nothing. */
    public Optional<String> interruptedStep() {
        try (Opened opened = access.open()) {
            Look look = new Look(opened, source.ledger(), options);
            return look.interruption(look.standing()).flatMap(Repair::open).map(JournalRow::what);
        }
    }

    /**
     * Says whether the step took effect that an interrupted run had begun and of which nothing tells.
     *
     * @param answer what somebody saw who looked at the database
     * @return the step that was waiting
     */
    public String repair(Answer answer) {
        try (Opened opened = access.open()) {
            return locked(opened, locked -> new Repair(locked.session()).apply(answer, source.ledger()));
        }
    }

    /**
     * Brings this database to the point of the chain where another one is, and copies its rows; the other one may be of
     * another product or version. An interrupted copy goes on where it was.
     *
     * <p>Nothing may write to the other database meanwhile: both sides are compared at the end.
     *
     * @param from the database that the rows come from
     * @param overwrite whether rows that are here already are deleted
     */
    public CopyReport copy(ConnectionSource from, boolean overwrite) {
        CopyRun copy = new CopyRun(source, options, overwrite);
        try (Opened there = new Access(from, options.lockWait()).open()) {
            List<LedgerEntry> wanted = copy.standingOf(there).applied();
            LedgerEntry last = wanted.get(wanted.size() - 1);
            Standing before;
            try (Opened here = access.open()) {
                before = copy.standingBefore(here);
            }
            if (!before.isBeingCopied()) {
                migrate(Optional.of(last.version().text()));
            }
            try (Opened here = access.open()) {
                return locked(here, locked -> copy.run(there, locked.session(), wanted, before));
            }
        }
    }

    /** What the database keeps of what migrations dropped, the oldest first; changes nothing. */
    public List<RetainedThing> retained() {
        try (Opened opened = access.open()) {
            return purging().things(new Look(opened, source.ledger(), options).retained());
        }
    }

    /** What {@link #purge} would drop for good; changes nothing. */
    public List<RetainedThing> planPurge(PurgeTarget target) {
        try (Opened opened = access.open()) {
            return purging().things(new Look(opened, source.ledger(), options).retained(), target);
        }
    }

    /**
     * Drops for good what migrations dropped and the database kept: no rollback brings its rows back any more.
     *
     * @return what was dropped
     */
    public List<RetainedThing> purge(PurgeTarget target) {
        try (Opened opened = access.open()) {
            return locked(opened, locked -> purging().purge(locked.session(), target));
        }
    }

    private Purging purging() {
        return new Purging(options.retaining(), Instant.now());
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(Opened opened) throws SQLException;
    }

    private <T> T reading(String what, Reading<T> reading) {
        try (Opened opened = access.open()) {
            try {
                return reading.of(opened);
            } catch (SQLException e) {
                throw Errors.of(opened.server(), "the reading of " + what, e);
            }
        }
    }

    @FunctionalInterface
    private interface Command<T> {
        T execute(LockedSession locked) throws SQLException;
    }

    private <T> T locked(Opened opened, Command<T> command) {
        try (LockedSession session = LockedSession.begin(opened, access, options)) {
            return command.execute(session);
        } catch (SQLException e) {
            throw Errors.of(opened.server(), KEEPING, e);
        }
    }

    @FunctionalInterface
    private interface Turns {
        List<Turn> of(Run run) throws SQLException;
    }

    private RunReport run(Opened opened, Direction direction, Turns turns) {
        return locked(opened, locked -> run(opened, locked, direction, turns));
    }

    private RunReport run(Opened opened, LockedSession locked, Direction direction, Turns turns) throws SQLException {
        try {
            Run run = Run.start(locked.session(), options, source);
            return run.take(direction, turns.of(run));
        } catch (EngineException e) {
            EngineException ending = Errors.ending(opened.server(), e);
            options.listener().on(new Event.RunFailed(locked.session().run(), ending.getMessage()));
            throw ending;
        }
    }
}
