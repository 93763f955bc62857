package dev.godwit.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * The PostgreSQL server of this JVM; or, for other versions than the embedded one, the server that the system property
 * {@value #PORT} names by its port on this machine.
 */
final class PostgresqlServer {

    private static final class Running {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                // Databases here do not outlive the JVM: durability would only cost time.
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("max_connections", "100")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("The embedded PostgreSQL did not start.", e);
            }
        }
    }

    /** System property: the port of a server to use instead, with a user postgres who needs no password. */
    static final String PORT = "godwit.test.postgresql.port";

    private PostgresqlServer() {}

    static String url(String database) {
        int port = Optional.ofNullable(Integer.getInteger(PORT)).orElseGet(() -> Running.SERVER.getPort());
        return "jdbc:postgresql://localhost:%d/%s".formatted(port, database);
    }
}
