package dev.godwit.rehearsal;

import dev.godwit.dialect.Dialect;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.server.Jdbc;
import dev.godwit.engine.server.Server;
import dev.godwit.engine.server.Servers;
import dev.godwit.schema.Identifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** A new schema (a database on MariaDB and MySQL), where unqualified names of the connection belong until it is closed. */
public final class ScratchSchema implements AutoCloseable {

    private final Connection connection;
    private final Dialect dialect;
    private final Server server;
    private final String name = "godwit_test_" + UUID.randomUUID().toString().substring(0, 8);
    private final String path;

    private ScratchSchema(Connection connection, Dialect dialect) throws SQLException {
        this.connection = connection;
        this.dialect = dialect;
        this.server = Servers.of(dialect.kind());
        this.path = server.path(connection);
    }

    /** @throws EngineException when the user may not create one */
    public static ScratchSchema create(Connection connection, Dialect dialect) throws SQLException {
        ScratchSchema scratch = new ScratchSchema(connection, dialect);
        try {
            Jdbc.execute(connection, "create schema " + scratch.quoted());
        } catch (SQLException e) {
            throw RehearsalProblems.noScratchSchema(scratch.name, e);
        }
        scratch.server.setPath(
                connection, scratch.server.pathInto(dialect.catalogName(scratch.identifier()), scratch.path));
        return scratch;
    }

    /** As options of the engine name it. */
    public String name() {
        return name;
    }

    private Identifier identifier() {
        return new Identifier(name, false);
    }

    private String quoted() {
        return dialect.quote(identifier());
    }

    @Override
    public void close() throws SQLException {
        server.setPath(connection, path);
        Jdbc.execute(
                connection,
                switch (dialect.kind()) {
                    case POSTGRESQL, H2 -> "drop schema " + quoted() + " cascade";
                    case MARIADB, MYSQL -> "drop schema " + quoted();
                });
    }
}
