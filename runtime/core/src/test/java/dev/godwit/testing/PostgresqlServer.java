package dev.godwit.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The PostgreSQL server of this JVM. */
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

    private PostgresqlServer() {}

    static String url(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(Running.SERVER.getPort(), database);
    }
}
