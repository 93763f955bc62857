package dev.godwit.engine;

import dev.godwit.engine.event.Event;
import dev.godwit.engine.event.Listener;
import dev.godwit.engine.problem.LockProblems;
import dev.godwit.engine.server.LockKind;
import dev.godwit.engine.server.Pause;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** The lock that lets one run at a time work on a schema: asked for again and again, never waited for in the server. */
final class RunLock {

    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final LockKind kind;
    private final Connection connection;
    private final String schema;

    RunLock(LockKind kind, Connection connection, String schema) {
        this.kind = kind;
        this.connection = connection;
        this.schema = schema;
    }

    /** Who is at work, when the server does not tell. */
    @FunctionalInterface
    interface Records {
        String holder() throws SQLException;
    }

    /** @throws dev.godwit.engine.problem.EngineException when it is not to be had in time */
    void take(Duration patience, Listener listener, Records records) throws SQLException {
        long start = System.nanoTime();
        Duration pause = SHORTEST;
        boolean told = false;
        while (!kind.tryLock(connection, schema)) {
            String holder = holder(records);
            if (System.nanoTime() - start >= patience.toNanos()) {
                throw LockProblems.notObtained(patience, schema, holder);
            }
            if (!told) {
                listener.on(new Event.WaitingForLock(holder, patience));
                told = true;
            }
            Pause.of(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
        }
    }

    private String holder(Records records) throws SQLException {
        String recorded = records.holder();
        return kind.holder(connection, schema)
                .map(server -> recorded.isEmpty() ? server : recorded + ", " + server)
                .orElse(recorded.isEmpty() ? "a run that has not yet said who it is" : recorded);
    }

    void release() throws SQLException {
        kind.unlock(connection, schema);
    }
}
