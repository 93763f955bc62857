package dev.godwit.engine.server;

import dev.godwit.change.DatabaseKind;

/** The server of each product. */
public final class Servers {

    private Servers() {}

    public static Server of(DatabaseKind kind) {
        return switch (kind) {
            case POSTGRESQL -> new PostgresqlServer();
            case MARIADB, MYSQL -> new MysqlServer(kind);
            case H2 -> new H2Server();
        };
    }
}
