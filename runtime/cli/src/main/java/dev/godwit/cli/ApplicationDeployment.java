package dev.godwit.cli;

import dev.godwit.command.Database;
import dev.godwit.command.Deployment;
import dev.godwit.command.DriverConnections;
import dev.godwit.engine.Engine;
import dev.godwit.engine.Options;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.server.ConnectionSource;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The migrations in an application's class path on a database. */
record ApplicationDeployment(ClassLoader application, Database database, Options options) implements Deployment {

    @Override
    public <T> T with(BiFunction<Engine, Function<Database, ConnectionSource>, T> work) {
        List<ClassLoader> loaders = List.of(application, getClass().getClassLoader());
        Options here = database.schema().map(options::withSchema).orElse(options);
        Engine engine =
                Engine.of(MigrationSource.onClassPath(application), DriverConnections.of(database, loaders), here);
        return work.apply(engine, other -> DriverConnections.of(other, loaders));
    }
}
