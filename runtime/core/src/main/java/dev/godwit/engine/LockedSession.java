package dev.godwit.engine;

import dev.godwit.engine.Access.Opened;
import dev.godwit.engine.execute.Session;
import dev.godwit.engine.problem.ConnectionProblems;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.problem.LockProblems;
import dev.godwit.engine.server.Failure;
import dev.godwit.engine.server.LockKind;
import dev.godwit.engine.server.Pause;
import dev.godwit.engine.server.Server;
import dev.godwit.engine.store.Names;
import dev.godwit.engine.store.Runs;
import dev.godwit.engine.store.Tables;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;

/** A session that holds the lock and is the one run that may work; closing it gives everything back. */
final class LockedSession implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Opened opened;
    private final Options options;
    private final Server server;
    private final LockKind kind;
    private final Optional<String> wanted;
    private final Deque<Undo> undos = new ArrayDeque<>();
    private final String run = UUID.randomUUID().toString();
    private Optional<Session> session = Optional.empty();

    private LockedSession(Opened opened, Options options) throws SQLException {
        this.opened = opened;
        this.server = options.lock().on(opened.server(), opened.connection());
        this.kind = server.lock();
        this.wanted = opened.catalogName(options.schema());
        this.options = options;
    }

    @FunctionalInterface
    private interface Undo {
        void run() throws SQLException;
    }

    /** @throws EngineException when the lock is not to be had, or Godwit's tables are a newer version's */
    static LockedSession begin(Opened opened, Access access, Options options) throws SQLException {
        LockedSession locked = new LockedSession(opened, options);
        try {
            locked.begin(access);
            return locked;
        } catch (SQLException | RuntimeException | Error e) {
            locked.close();
            throw e;
        }
    }

    Session session() {
        return session.orElseThrow();
    }

    private void begin(Access access) throws SQLException {
        Connection connection = opened.connection();
        undos.push(server.adapt(connection)::run);
        if (wanted.isPresent()) {
            enter(connection, true);
        }
        String schema = schema(server.currentSchema(connection));
        Names names = Names.in(schema, opened.dialect());
        lock(access, schema, new Runs(names));
        new Tables(names, opened.dialect(), server).create(connection);
        Runs runs = new Runs(names);
        Optional<Runs.Run> previous = runs.current(connection);
        if (previous.isPresent()) {
            letEnd(previous.get());
        }
        undos.push(server.begin(connection, options.manners().lockTimeout())::run);
        runs.take(connection, run, Holder.describe(), server.connectionId(connection));
        undos.push(() -> runs.end(connection, run));
        session = Optional.of(new Session(
                connection,
                access::connect,
                server,
                kind,
                opened.dialect(),
                names,
                run,
                options.manners(),
                options.listener()));
    }

    private String schema(Optional<String> current) {
        if (wanted.isEmpty() || wanted.equals(current)) {
            return current.orElseThrow(() -> noSchema());
        }
        throw server.keepsSettings() ? noSchema() : LockProblems.pathNotKept(wanted.get(), current.orElse("no schema"));
    }

    private EngineException noSchema() {
        return ConnectionProblems.noSchema(opened.dialect().description(), wanted);
    }

    private void enter(Connection connection, boolean undo) throws SQLException {
        String path = server.path(connection);
        if (undo) {
            undos.push(() -> server.setPath(connection, path));
        }
        server.setPath(connection, server.pathInto(wanted.orElseThrow(), path));
    }

    private void lock(Access access, String schema, Runs runs) throws SQLException {
        Connection connection = kind.outlivesTransactions() ? opened.connection() : second(access);
        RunLock lock = new RunLock(kind, connection, schema);
        lock.take(options.lockWait(), options.listener(), () -> recordedHolder(runs));
        undos.push(lock::release);
    }

    /** A connection for the lock alone. */
    private Connection second(Access access) throws SQLException {
        Connection second;
        try {
            second = access.connect();
        } catch (EngineException e) {
            throw e.getCause() instanceof SQLException cause
                    ? ConnectionProblems.secondConnection(opened.dialect().description(), cause)
                    : e;
        }
        undos.push(second::close);
        undos.push(server.adapt(second)::run);
        if (wanted.isPresent()) {
            enter(second, false);
        }
        return second;
    }

    private String recordedHolder(Runs runs) throws SQLException {
        try {
            return runs.current(opened.connection()).map(Runs.Run::holder).orElse("");
        } catch (SQLException e) {
            if (server.failure(e) == Failure.NO_TABLE) {
                return "";
            }
            throw e;
        }
    }

    /** A run that lost its lock may still be executing a statement: nothing starts before that has ended. */
    private void letEnd(Runs.Run previous) throws SQLException {
        if (previous.connectionId().isEmpty()) {
            return;
        }
        String id = previous.connectionId().get();
        long deadline = System.nanoTime() + options.lockWait().toNanos();
        while (server.isWorking(opened.connection(), id)) {
            if (System.nanoTime() > deadline) {
                throw LockProblems.statementStillRunning(options.lockWait(), previous.holder(), id);
            }
            Pause.of(PAUSE);
        }
    }

    /** What cannot be undone is undone by the end of the connection. */
    @Override
    public void close() {
        while (!undos.isEmpty()) {
            try {
                undos.pop().run();
            } catch (SQLException e) {
                continue;
            }
        }
    }
}
