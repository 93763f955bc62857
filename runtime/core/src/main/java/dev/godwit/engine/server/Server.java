package dev.godwit.engine.server;

import dev.godwit.change.DatabaseKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** What differs between database servers for the engine itself. Immutable, without a connection. */
public interface Server {

    DatabaseKind kind();

    /** What an error means. */
    Failure failure(SQLException error);

    /** The definition of a column for text of any length. */
    String longText();

    /**
     * SQL condition that a row of {@code table} lies in the schema where an unqualified new table would be created: a
     * search path also shows the tables of other schemas.
     */
    String inCurrentSchema(String table);

    /** Where unqualified names belong, in whatever form {@link #setPath} takes back. */
    String path(Connection connection) throws SQLException;

    void setPath(Connection connection, String path) throws SQLException;

    /** The path on which {@code schema} is where unqualified names belong. */
    String pathInto(String schema, String path);

    /** The schema where unqualified names belong; empty when there is none. */
    Optional<String> currentSchema(Connection connection) throws SQLException;

    /** Gives up waiting for a lock after this time; zero: never. */
    void limitLockWaits(Connection connection, Duration atMost) throws SQLException;

    /**
     * Before a statement of a transaction that may hold locks: lets it wait for others no longer than that they, who may
     * wait for those locks, are not ended as part of a deadlock. Until the end of the transaction.
     *
     * @param since the transaction has first asked for a lock
     */
    default void giveWayBeforeDeadlocks(Connection connection, Duration since, Duration lockTimeout)
            throws SQLException {}

    /** Whether a statement can be told to give way at rows that somebody holds. */
    default boolean givesWayAtRows() {
        return false;
    }

    /**
     * Before a statement that locks many rows: lets it give way at one that somebody holds, who may come to wait for those
     * before it, so that nobody is ended as part of a deadlock. Only where it {@link #givesWayAtRows}.
     *
     * @return undoes it, also behind a statement that has failed
     */
    default Restoration giveWayAtRows(Connection connection, Duration lockTimeout) throws SQLException {
        throw new IllegalStateException("The server cannot be told to give way: " + kind());
    }

    /** Whether a statement that waits for a table ends transactions of others, and can be told not to wait at all. */
    default boolean triesWithoutWait() {
        return false;
    }

    /** Gives up at once where a table is held; only where it {@link #triesWithoutWait}. */
    default void waitForNoLock(Connection connection) throws SQLException {
        throw new IllegalStateException("The server cannot be told not to wait: " + kind());
    }

    /** Tells whether transactions of others hold something now. */
    @FunctionalInterface
    interface Holders {
        boolean areThere() throws SQLException;
    }

    /**
     * Who holds a table that a statement is about, where waiting for them ends transactions of theirs and the statement
     * cannot be told not to wait. Nobody where that is not so, or where this user may not ask.
     */
    default Holders holders(Connection connection, String sql) throws SQLException {
        return () -> false;
    }

    /**
     * Prepares a session for a run.
     *
     * @return undoes it, before a pool gets the connection back
     */
    Restoration begin(Connection connection, Duration lockTimeout) throws SQLException;

    /** Undoes what a run set on a session. */
    @FunctionalInterface
    interface Restoration {
        void run() throws SQLException;
    }

    /** Removes what statements leave behind that were killed halfway, beyond what can be said of a single statement. */
    void sweep(Connection connection) throws SQLException;

    /**
     * Whether statements that do not take part in transactions wait for locks of others by design and must not be
     * hurried, as concurrent index builds of PostgreSQL.
     */
    boolean waitsOutsideTransactions();

    /** The lock that keeps a second run out; keeps what it has to know about being held. */
    LockKind lock();

    /** Whether what is set or locked on this connection may be another client's at the next statement. */
    default boolean sharesSessions(Connection connection) throws SQLException {
        return false;
    }

    /** This server where {@link #sharesSessions}: the lock is a lease. */
    default Server withLease() {
        return this;
    }

    /** Whether a session keeps what is set on it from one transaction to the next. */
    default boolean keepsSettings() {
        return true;
    }

    /**
     * Keeps what the driver would leave in a session out of it, where {@link #sharesSessions}.
     *
     * @return undoes it
     */
    default Restoration adapt(Connection connection) throws SQLException {
        return () -> {};
    }

    /** Prepares a transaction, where a session does not keep what {@link #begin} would set. */
    default void enterTransaction(Connection connection, Duration lockTimeout) throws SQLException {}

    /** How far the slowest replica is behind; zero where the server does not know. */
    default Duration replicaLag(Connection connection) throws SQLException {
        return Duration.ZERO;
    }

    /** SQL that counts the other sessions which are executing something. */
    String countOfActiveSessions();

    /**
     * SQL that tells how big a table is without reading it: rows and bytes with indexes, each negative where the server
     * does not know. Its parameters are the schema, or the database, as the catalog has it (null: where unqualified
     * names belong), and the table's name as the catalog has it.
     */
    String sizeOfTable();

    /** Whether others use the database while a table is copied, so that somebody should be asked before. */
    default boolean asksBeforeCopies() {
        return true;
    }

    /** What the server calls this connection: enough to find its work later, from another one. */
    String connectionId(Connection connection) throws SQLException;

    /** Whether the connection of this id is executing a statement now. */
    boolean isWorking(Connection connection, String connectionId) throws SQLException;

    /** For whose transaction the connection of this id waits, for people; empty where it does not or nobody can see. */
    default Optional<String> waitsFor(Connection connection, String connectionId) throws SQLException {
        return Optional.empty();
    }
}
