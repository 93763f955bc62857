package dev.godwit.engine.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A lock that one run per schema can hold, and that dies with it. */
public interface LockKind {

    /**
     * Whether it lives through transactions and DDL, so that the working connection itself can hold it: then nothing
     * can be executed without it. Otherwise a connection of its own holds it.
     */
    boolean outlivesTransactions();

    /** Takes it if nobody holds it; does not wait. */
    boolean tryLock(Connection connection, String schema) throws SQLException;

    void unlock(Connection connection, String schema) throws SQLException;

    /**
     * Whether the server gives it back as soon as the connection ends that took it. Otherwise each transaction begins by
     * the fence, so that a successor waits for its end.
     */
    default boolean endsWithConnection() {
        return true;
    }

    /**
     * Makes sure that it is still held, as far as this process can know.
     *
     * @throws dev.godwit.engine.problem.EngineException when it is not
     */
    default void requireHeld() {}

    /** Who holds it, for people, as far as the server tells this user. */
    Optional<String> holder(Connection connection, String schema) throws SQLException;
}
