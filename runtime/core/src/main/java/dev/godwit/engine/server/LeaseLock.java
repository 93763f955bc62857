package dev.godwit.engine.server;

import dev.godwit.engine.problem.LockProblems;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A row that says who works, and a number in it that its holder raises as long as he does; for where a session is not the
 * client's own.
 *
 * <p>No clock is compared with another one's: who waits takes the lease over once he has seen the number stand still for long
 * enough by his own clock, and a holder that could not raise it for somewhat shorter stops by himself.
 */
final class LeaseLock implements LockKind {

    /** PostgreSQL's words for a table, and for the type of its rows, that somebody else has just made. */
    private static final Set<String> EXISTS_ALREADY = Set.of("42P07", "42710");

    private static final String FREE = "";

    private final Server server;
    private final Terms terms;
    private final String token = UUID.randomUUID().toString();
    private boolean prepared;
    private Optional<Row> seen = Optional.empty();
    private long seenSince;
    private Optional<Heartbeat> heartbeat = Optional.empty();

    LeaseLock(Server server) {
        this(server, new Terms(Duration.ofSeconds(4), Duration.ofSeconds(20), Duration.ofSeconds(30)));
    }

    LeaseLock(Server server, Terms terms) {
        this.server = server;
        this.terms = terms;
    }

    /**
     * The times of a lease.
     *
     * @param beat between two renewals
     * @param valid how long its holder believes in it without one
     * @param abandoned after how long without one it may be taken over
     */
    record Terms(Duration beat, Duration valid, Duration abandoned) {}

    private record Row(String token, long beat) {}

    /** The lease is renewed beside the work. */
    @Override
    public boolean outlivesTransactions() {
        return false;
    }

    @Override
    public boolean endsWithConnection() {
        return false;
    }

    @Override
    public boolean tryLock(Connection connection, String schema) throws SQLException {
        if (!prepared) {
            prepared = prepare(connection);
        }
        if (!prepared || !isForTaking(connection) || !take(connection)) {
            return false;
        }
        heartbeat = Optional.of(Heartbeat.start(connection, token, terms));
        return true;
    }

    /** Two who make the table at once get in each other's way once: the other one tries again. */
    private boolean prepare(Connection connection) throws SQLException {
        try {
            Jdbc.execute(
                    connection,
                    "create table if not exists godwit_lease (id integer not null primary key, "
                            + "token varchar(36) not null, beat bigint not null)");
            if (row(connection).isEmpty()) {
                Jdbc.update(connection, "insert into godwit_lease (id, token, beat) values (1, ?, 0)", FREE);
            }
            return true;
        } catch (SQLException e) {
            boolean transientState = Optional.ofNullable(e.getSQLState())
                    .filter(state -> state.startsWith("23") || EXISTS_ALREADY.contains(state))
                    .isPresent();
            if (transientState || server.failure(e) == Failure.LOCK_WAIT) {
                return false;
            }
            throw e;
        }
    }

    private static Optional<Row> row(Connection connection) throws SQLException {
        List<Row> rows = Jdbc.query(
                connection,
                "select token, beat from godwit_lease where id = 1",
                row -> new Row(row.getString(1), row.getLong(2)));
        return rows.stream().findFirst();
    }

    private boolean isForTaking(Connection connection) throws SQLException {
        Optional<Row> now = row(connection);
        if (!now.equals(seen)) {
            seen = now;
            seenSince = System.nanoTime();
        }
        return now.filter(row -> row.token.equals(FREE)).isPresent()
                || now.isPresent() && System.nanoTime() - seenSince >= terms.abandoned.toNanos();
    }

    /** Only one of those who saw the same row can change it. */
    private boolean take(Connection connection) throws SQLException {
        Row row = seen.orElseThrow();
        try {
            return Jdbc.update(
                            connection,
                            "update godwit_lease set token = ?, beat = beat + 1 where id = 1 and token = ? and beat = ?",
                            token,
                            row.token,
                            row.beat)
                    == 1;
        } catch (SQLException e) {
            if (server.failure(e) == Failure.LOCK_WAIT) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void requireHeld() {
        if (heartbeat.filter(Heartbeat::isValid).isEmpty()) {
            throw LockProblems.leaseLost(terms.valid);
        }
    }

    @Override
    public void unlock(Connection connection, String schema) throws SQLException {
        heartbeat.ifPresent(Heartbeat::stop);
        Jdbc.update(connection, "update godwit_lease set token = ? where id = 1 and token = ?", FREE, token);
    }

    /** The run table tells. */
    @Override
    public Optional<String> holder(Connection connection, String schema) {
        return Optional.empty();
    }
}
