package dev.godwit.engine;

import dev.godwit.engine.problem.ChainProblems;
import java.util.Optional;

/**
 * How far back a rollback goes.
 *
 * @param version stays applied; empty: {@code steps} decide
 * @param steps how many migrations are undone, at least 1
 */
public record RollbackTarget(Optional<String> version, int steps) {

    /** @throws dev.godwit.engine.problem.EngineException when steps are fewer than 1 */
    public RollbackTarget {
        if (steps < 1) {
            throw ChainProblems.negativeSteps(steps);
        }
    }

    public static RollbackTarget steps(int steps) {
        return new RollbackTarget(Optional.empty(), steps);
    }

    /** Back to a version, which stays applied. */
    public static RollbackTarget to(String version) {
        return new RollbackTarget(Optional.of(version), 1);
    }
}
