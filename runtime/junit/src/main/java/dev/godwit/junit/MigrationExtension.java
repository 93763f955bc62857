package dev.godwit.junit;

import dev.godwit.command.Database;
import dev.godwit.command.DriverConnections;
import dev.godwit.command.EmbeddedDatabase;
import dev.godwit.engine.chain.MigrationSource;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test a database of its own, on a server that all tests share. */
final class MigrationExtension implements ParameterResolver, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(MigrationExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == MigratingDatabase.class;
    }

    @Override
    public MigratingDatabase resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getStore(NAMESPACE)
                .getOrComputeIfAbsent(MigratingDatabase.class, key -> open(test), MigratingDatabase.class);
    }

    @Override
    public void afterEach(ExtensionContext test) throws SQLException {
        MigratingDatabase database = test.getStore(NAMESPACE).remove(MigratingDatabase.class, MigratingDatabase.class);
        if (database != null) {
            database.close();
        }
    }

    private static MigratingDatabase open(ExtensionContext test) {
        MigrationTest settings = settings(test.getRequiredTestClass());
        ClassLoader classes = test.getRequiredTestClass().getClassLoader();
        MigratingDatabase database = MigratingDatabase.open(
                MigrationSource.onClassPath(classes), DriverConnections.of(database(settings, test), List.of(classes)));
        given(settings.startAt()).ifPresent(database::migrateTo);
        return database;
    }

    /** Of the class, or of one around it. */
    private static MigrationTest settings(Class<?> type) {
        MigrationTest own = type.getAnnotation(MigrationTest.class);
        return own == null ? settings(type.getEnclosingClass()) : own;
    }

    private static Database database(MigrationTest settings, ExtensionContext test) {
        if (!settings.url().isEmpty()) {
            return new Database(settings.url(), given(settings.user()), given(settings.password()), Optional.empty());
        }
        ClassLoader classes = test.getRequiredTestClass().getClassLoader();
        return test.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        settings.on(), on -> new Server(EmbeddedDatabase.start(kind(on), classes)), Server.class)
                .embedded()
                .database();
    }

    private static Optional<EmbeddedDatabase.Kind> kind(MigrationTest.On on) {
        return switch (on) {
            case FOUND -> Optional.empty();
            case POSTGRESQL -> Optional.of(EmbeddedDatabase.Kind.POSTGRESQL);
            case MARIADB -> Optional.of(EmbeddedDatabase.Kind.MARIADB);
            case H2 -> Optional.of(EmbeddedDatabase.Kind.H2);
        };
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }

    /** Stopped by JUnit (5.13 or later) when all tests have run, else at the end of the JVM. */
    private record Server(EmbeddedDatabase embedded) implements AutoCloseable {

        @Override
        public void close() {
            embedded.close();
        }
    }
}
