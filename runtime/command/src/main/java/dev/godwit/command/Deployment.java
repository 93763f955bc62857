package dev.godwit.command;

import dev.godwit.engine.Engine;
import dev.godwit.engine.server.ConnectionSource;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The committed migrations of an application on a database. */
public interface Deployment {

    /**
     * Lends an engine that works with them.
     *
     * @throws CommandException when there is no driver
     * @throws dev.godwit.engine.problem.EngineException as the engine does
     */
    default <T> T with(Function<Engine, T> work) {
        return with((engine, drivers) -> work.apply(engine));
    }

    /**
     * Lends an engine that works with them, and the application's drivers for another database.
     *
     * @throws CommandException when there is no driver
     * @throws dev.godwit.engine.problem.EngineException as the engine does
     */
    <T> T with(BiFunction<Engine, Function<Database, ConnectionSource>, T> work);
}
