package dev.godwit.engine.server;

import dev.godwit.engine.problem.ConnectionProblems;
import dev.godwit.engine.problem.EngineException;
import java.sql.SQLException;
import java.util.Optional;

/** Makes what a database says a coded message. */
public final class Errors {

    private Errors() {}

    /** An error outside the steps of a migration. */
    public static EngineException of(Server server, String during, SQLException error) {
        return common(server, during, error).orElseGet(() -> ConnectionProblems.unexpected(during, error));
    }

    /** What a run ended with: where its cause is that nobody answers any more, that is what there is to tell. */
    public static EngineException ending(Server server, EngineException error) {
        return error.getCause() instanceof SQLException cause
                        && !(cause.getCause() instanceof EngineException)
                        && server.failure(cause) == Failure.CONNECTION_LOST
                ? ConnectionProblems.lost("a question to the database", cause)
                : error;
    }

    /** The message for what has nothing to do with the statement; empty when it is a matter of the statement. */
    public static Optional<EngineException> common(Server server, String during, SQLException error) {
        if (error.getCause() instanceof EngineException ended) {
            return Optional.of(ended);
        }
        return switch (server.failure(error)) {
            case CONNECTION_LOST -> Optional.of(ConnectionProblems.lost(during, error));
            case NOT_LET_IN -> Optional.of(ConnectionProblems.notLetIn(error));
            case NO_DATABASE -> Optional.of(ConnectionProblems.noDatabase(error));
            case NOT_ALLOWED -> Optional.of(ConnectionProblems.notAllowed(during, error));
            case READ_ONLY -> Optional.of(ConnectionProblems.readOnly(during, error));
            case FULL -> Optional.of(ConnectionProblems.full(during, error));
            case LOCK_WAIT, FILE_IN_USE, NO_TABLE, NO_COLUMN, CANCELLED, STATEMENT -> Optional.empty();
        };
    }
}
