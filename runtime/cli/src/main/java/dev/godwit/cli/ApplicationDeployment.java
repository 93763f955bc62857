package dev.godwit.cli;

import dev.godwit.command.Database;
import dev.godwit.command.Deployment;
import dev.godwit.command.DriverConnections;
import dev.godwit.engine.Engine;
import dev.godwit.engine.Options;
import dev.godwit.engine.chain.MigrationSource;
import java.util.List;
import java.util.function.Function;

/** The migrations in an application's class path on a database. */
record ApplicationDeployment(ClassLoader application, Database database, Options options) implements Deployment {

    @Override
    public <T> T with(Function<Engine, T> work) {
        DriverConnections connections =
                DriverConnections.of(database, List.of(application, getClass().getClassLoader()));
        Options here = database.schema().map(options::withSchema).orElse(options);
        return work.apply(Engine.of(MigrationSource.onClassPath(application), connections, here));
    }
}
