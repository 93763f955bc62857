package dev.godwit.tool;

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

/** A module's committed migrations, compiled from their sources, on a database. */
public record ModuleDeployment(BuildModule module, Database database, Options options) implements Deployment {

    /**
     * Lends an engine that works with the committed ledger.
     *
     * @throws ToolException when there is no ledger, or a migration does not compile
     * @throws dev.godwit.command.CommandException when there is no driver
     * @throws dev.godwit.engine.problem.EngineException as the engine does
     */
    @Override
    public <T> T with(BiFunction<Engine, Function<Database, ConnectionSource>, T> work) {
        String ledger = module.ledgerText();
        Options here = database.schema().map(options::withSchema).orElse(options);
        try (ProjectCode code = ProjectCode.of(
                module, MigrationSource.of(ledger, getClass().getClassLoader()).ledger())) {
            List<ClassLoader> loaders = List.of(code.loader(), getClass().getClassLoader());
            Engine engine =
                    Engine.of(MigrationSource.of(ledger, code.loader()), DriverConnections.of(database, loaders), here);
            return work.apply(engine, other -> DriverConnections.of(other, loaders));
        }
    }
}
