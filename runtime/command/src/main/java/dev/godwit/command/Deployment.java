package dev.godwit.command;

import dev.godwit.engine.Engine;
import java.util.function.Function;

/** The committed migrations of an application on a database. */
@FunctionalInterface
public interface Deployment {

    /**
     * Lends an engine that works with them.
     *
     * @throws CommandException when there is no driver
     * @throws dev.godwit.engine.problem.EngineException as the engine does
     */
    <T> T with(Function<Engine, T> work);
}
