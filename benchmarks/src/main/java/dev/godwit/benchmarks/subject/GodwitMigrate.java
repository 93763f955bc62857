package dev.godwit.benchmarks.subject;

import dev.godwit.engine.Engine;
import dev.godwit.engine.Options;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.event.Event;
import dev.godwit.engine.event.Listener;
import dev.godwit.engine.server.ConnectionSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/** Godwit, with the migrations of its class path. */
public final class GodwitMigrate {

    private GodwitMigrate() {}

    /** @param arguments URL, user, password */
    public static void main(String[] arguments) {
        Cost cost = new Cost();
        ConnectionSource connections = new Server(arguments[0], arguments[1], arguments[2]);
        Engine.of(
                        MigrationSource.onClassPath(GodwitMigrate.class.getClassLoader()),
                        connections,
                        Options.DEFAULT.withListener(new Silence()))
                .migrate(Optional.empty());
        cost.print();
    }

    private record Server(String url, String user, String password) implements ConnectionSource {
        @Override
        public Connection open() throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }
    }

    private static final class Silence implements Listener {
        @Override
        public void on(Event event) {}
    }
}
