package dev.godwit;

import dev.godwit.engine.Engine;
import dev.godwit.engine.Hook;
import dev.godwit.engine.LockMode;
import dev.godwit.engine.Options;
import dev.godwit.engine.Phase;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.event.Listener;
import dev.godwit.engine.execute.Limits;
import dev.godwit.engine.execute.Manners;
import dev.godwit.engine.problem.ChainProblems;
import dev.godwit.engine.report.RunReport;
import dev.godwit.engine.report.StatusReport;
import dev.godwit.engine.server.ConnectionSource;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;

/**
 * Brings an application's database up to date when it starts.
 *
 * <pre>{@code
 * Godwit.on(dataSource).migrate();
 * }</pre>
 *
 * <p>The migrations are those of the ledger {@code META-INF/godwit/migrations} on the class path. When nothing is to be
 * done this is one query. Immutable: each method gives another one.
 */
public final class Godwit {

    private final DataSource dataSource;
    private final ClassLoader classes;
    private final Options options;

    private Godwit(DataSource dataSource, ClassLoader classes, Options options) {
        this.dataSource = dataSource;
        this.classes = classes;
        this.options = options;
    }

    /** On this data source, with the migrations that the thread's context class loader finds. */
    public static Godwit on(DataSource dataSource) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return new Godwit(dataSource, context == null ? Godwit.class.getClassLoader() : context, Options.DEFAULT);
    }

    /** Finds ledger and migrations by this class loader. */
    public Godwit classLoader(ClassLoader other) {
        return new Godwit(dataSource, other, options);
    }

    /** Works in this schema, where unqualified names belong; else where the connection says. */
    public Godwit schema(String name) {
        return with(options.withSchema(name));
    }

    /** Keeps other runs out in this way; {@link LockMode#AUTO} unless stated. */
    public Godwit lock(LockMode mode) {
        return with(options.withLock(mode));
    }

    /** Waits this long for another run to end; 5 minutes unless stated. */
    public Godwit lockWait(Duration atMost) {
        return with(options.withLockWait(atMost));
    }

    /** Lets a statement wait this long for a lock of the application before it gives way and tries again; 2 seconds. */
    public Godwit lockTimeout(Duration atMost) {
        Manners manners = options.manners().withLockTimeout(atMost);
        return with(options.withManners(manners));
    }

    /** Copies or rewrites tables of any size while their users wait; up to 250 000 rows unless stated. */
    public Godwit allowCopies() {
        return limits(options.manners().limits().withCopiedRows(OptionalLong.empty()));
    }

    /** Lets the concurrent build of an index wait this long for transactions of others; 30 minutes. */
    public Godwit indexWait(Duration atMost) {
        return limits(options.manners().limits().withIndexWait(atMost));
    }

    /** Ends a statement that takes longer than this; as long as it takes unless stated. */
    public Godwit statementLimit(Duration atMost) {
        return limits(options.manners().limits().withStatement(atMost));
    }

    private Godwit limits(Limits limits) {
        return with(options.withManners(options.manners().withLimits(limits)));
    }

    /** Tells this listener, and no longer the log. */
    public Godwit listener(Listener listener) {
        return with(options.withListener(listener));
    }

    /** Runs this when the lock is held and there is something to do. */
    public Godwit before(Hook hook) {
        return with(options.withBefore(hook));
    }

    /** Runs this when all is done, before the lock is given back: grants to the application's role, for example. */
    public Godwit after(Hook hook) {
        return with(options.withAfter(hook));
    }

    /**
     * Carries out this half of what would break a running version. {@link Phase#AUTO}, unless stated, is
     * {@link Phase#EXPAND} here.
     *
     * @throws dev.godwit.engine.problem.EngineException for {@link Phase#CONTRACT} and {@link Phase#ALL}: an application
     *     never contracts when it starts
     */
    public Godwit phase(Phase phase) {
        if (phase == Phase.CONTRACT || phase == Phase.ALL) {
            throw ChainProblems.contractFromCode();
        }
        return with(options.withPhase(phase));
    }

    /** Leaves work on many rows for {@code godwit:backfill}, and goes on with what does not depend on it. */
    public Godwit backfillLater() {
        return with(options.withPhases(options.phases().withBackground(true)));
    }

    /**
     * Applies what the database lacks. What a running version would not survive is expanded and never contracted, since
     * that version may be running.
     *
     * @throws dev.godwit.engine.problem.EngineException with a code and the next step, when it cannot; the database is
     *     as the last committed group left it, and the next start goes on from there
     */
    public RunReport migrate() {
        return engine(options.withPhase(Phase.EXPAND)).migrate(Optional.empty());
    }

    /**
     * Lets follow, once, what one version of the application has written and the other reads only when Java code of a
     * migration has run over it; to be called now and then while both versions are out. Waits for no other run.
     *
     * @return whether a migration is open of which that can be said, so that it is worth being called again
     * @throws dev.godwit.engine.problem.EngineException when the database cannot be asked, or there is no ledger
     */
    public boolean follow() {
        return engine(options.withPhase(Phase.EXPAND)).follow();
    }

    /**
     * Where the database stands; changes nothing.
     *
     * @throws dev.godwit.engine.problem.EngineException when the database cannot be asked, or there is no ledger
     */
    public StatusReport status() {
        return engine(options).status();
    }

    private Engine engine(Options how) {
        return Engine.of(MigrationSource.onClassPath(classes), ConnectionSource.of(dataSource), how);
    }

    private Godwit with(Options other) {
        return new Godwit(dataSource, classes, other);
    }
}
