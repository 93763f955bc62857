package dev.godwit.tool;

import dev.godwit.engine.Engine;
import dev.godwit.engine.Options;
import dev.godwit.engine.chain.MigrationSource;
import java.util.List;
import java.util.function.Function;

/** A module's committed migrations on a database. */
public record Deployment(BuildModule module, Database database, Options options) {

    /**
     * Gives an engine that works with the committed ledger and with migrations compiled from their sources.
     *
     * @throws ToolException when there is no ledger, no driver, or a migration does not compile
     * @throws dev.godwit.engine.problem.EngineException as the engine does
     */
    public <T> T with(Function<Engine, T> work) {
        String ledger = module.ledgerText();
        Options here = database.schema().map(options::withSchema).orElse(options);
        try (ProjectCode code = ProjectCode.of(
                module, MigrationSource.of(ledger, getClass().getClassLoader()).ledger())) {
            DriverConnections connections = DriverConnections.of(
                    database, List.of(code.loader(), getClass().getClassLoader()));
            return work.apply(Engine.of(MigrationSource.of(ledger, code.loader()), connections, here));
        }
    }
}
