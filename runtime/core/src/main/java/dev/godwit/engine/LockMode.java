package dev.godwit.engine;

import dev.godwit.engine.server.Server;
import java.sql.Connection;
import java.sql.SQLException;

/** What keeps a second run out. */
public enum LockMode {
    /** A lock of the session, or a lease where it is found out that such a lock would not hold. */
    AUTO,
    /** A lock of the session, which the server gives back as soon as the connection ends. */
    SESSION,
    /**
     * A row that is renewed as long as the run lives: for proxies that pool by transaction, and for clusters whose nodes
     * have locks of their own.
     */
    LEASE;

    Server on(Server server, Connection connection) throws SQLException {
        return switch (this) {
            case AUTO -> server.sharesSessions(connection) ? server.withLease() : server;
            case SESSION -> server;
            case LEASE -> server.withLease();
        };
    }
}
