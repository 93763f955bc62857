package dev.godwit.engine;

import dev.godwit.dialect.DialectException;
import dev.godwit.engine.problem.EngineException;

/** What dialects refuse, as the engine tells it. */
final class Refused {

    private Refused() {}

    /** With the code that the dialect gave. */
    static EngineException coded(DialectException problem) {
        String text = problem.getMessage().substring(problem.code().length() + 2);
        return new EngineException(problem.code(), text, problem);
    }
}
