package dev.godwit.engine.server;

import dev.godwit.engine.problem.LockProblems;
import java.time.Duration;

/** Waiting. */
public final class Pause {

    private Pause() {}

    /** @throws dev.godwit.engine.problem.EngineException when the thread is interrupted */
    public static void of(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LockProblems.interrupted();
        }
    }
}
