package dev.godwit.engine.chain;

import dev.godwit.change.Change;
import dev.godwit.change.PreconditionException;
import dev.godwit.engine.event.Direction;
import dev.godwit.engine.problem.ChainProblems;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.schema.Schema;
import java.util.List;

/** Applies changes to a schema in memory. */
public final class Replay {

    private Replay() {}

    /**
     * The schema after one half of a migration.
     *
     * @throws EngineException when it does not fit the schema
     */
    public static Schema apply(Loaded migration, Direction direction, Schema before) {
        try {
            return apply(migration.changes(direction), before);
        } catch (PreconditionException e) {
            throw ChainProblems.doesNotFit(migration.version(), direction.text(), e.getMessage());
        }
    }

    /** @throws PreconditionException when a change does not fit */
    public static Schema apply(List<Change> changes, Schema before) {
        Schema schema = before;
        for (Change change : changes) {
            schema = change.apply(schema);
        }
        return schema;
    }
}
