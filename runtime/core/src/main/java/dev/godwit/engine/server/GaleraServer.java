package dev.godwit.engine.server;

import dev.godwit.change.DatabaseKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A node of a Galera cluster, where a user lock would be this node's only: the lock is a lease.
 *
 * <p>A run that lost it cannot do harm from another node: its transactions change the run table's row and so collide with
 * its successor's, and the cluster carries DDL out on all nodes in one order.
 */
final class GaleraServer extends MysqlServer {

    GaleraServer(DatabaseKind kind) {
        super(kind);
    }

    @Override
    public Server withLease() {
        return this;
    }

    @Override
    public LockKind lock() {
        return new LeaseLock(this);
    }

    /** What other nodes have committed is there before it is read. */
    @Override
    public Restoration begin(Connection connection, Duration lockTimeout) throws SQLException {
        Restoration restoration = super.begin(connection, lockTimeout);
        if (!sharesSessions(connection)) {
            return restoration;
        }
        Jdbc.execute(connection, "set session wsrep_sync_wait = 15");
        return () -> {
            Jdbc.execute(connection, "set session wsrep_sync_wait = default");
            restoration.run();
        };
    }

    /** Connections have numbers per node, and what one node executes the others wait for. */
    @Override
    public boolean isWorking(Connection connection, String connectionId) {
        return false;
    }
}
