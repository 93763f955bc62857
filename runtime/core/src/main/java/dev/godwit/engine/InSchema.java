package dev.godwit.engine;

import dev.godwit.engine.Access.Opened;
import dev.godwit.engine.problem.ConnectionProblems;
import dev.godwit.engine.server.Server;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A connection on which unqualified names belong into the schema that the options name; closing puts it back.
 *
 * @param path where they belonged before
 */
record InSchema(Connection connection, Server server, Optional<String> path) implements AutoCloseable {

    /** @throws dev.godwit.engine.problem.EngineException when there is no such schema */
    static InSchema enter(Opened opened, Options options) throws SQLException {
        Connection connection = opened.connection();
        Server server = opened.server();
        Optional<String> wanted = opened.catalogName(options.schema());
        Optional<String> path = Optional.empty();
        if (wanted.isPresent()) {
            path = Optional.of(server.path(connection));
            server.setPath(connection, server.pathInto(wanted.get(), path.get()));
        }
        server.currentSchema(connection)
                .filter(current -> wanted.isEmpty() || wanted.get().equals(current))
                .orElseThrow(() -> ConnectionProblems.noSchema(opened.dialect().description(), wanted));
        return new InSchema(connection, server, path);
    }

    @Override
    public void close() throws SQLException {
        if (path.isPresent()) {
            server.setPath(connection, path.get());
        }
    }
}
