package dev.godwit.spring;

import dev.godwit.engine.problem.EngineException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows why a migration kept the application from starting, without a stack trace. */
class GodwitFailureAnalyzer extends AbstractFailureAnalyzer<EngineException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, EngineException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Do what the message says and start again. The database is as the last committed group left it, and the"
                        + " next start goes on from there.",
                cause);
    }
}
