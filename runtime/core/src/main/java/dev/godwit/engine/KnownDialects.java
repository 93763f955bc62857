package dev.godwit.engine;

import dev.godwit.dialect.Dialect;
import dev.godwit.dialect.DialectException;
import dev.godwit.dialect.Dialects;
import dev.godwit.engine.problem.EngineException;
import java.sql.Connection;
import java.sql.SQLException;

/** The dialect of a connection's database. */
final class KnownDialects {

    private KnownDialects() {}

    /** @throws EngineException when there is none for it */
    static Dialect of(Connection connection) throws SQLException {
        try {
            return Dialects.of(connection);
        } catch (DialectException e) {
            throw coded(e);
        }
    }

    /** With the code that the dialect gave. */
    static EngineException coded(DialectException problem) {
        String text = problem.getMessage().substring(problem.code().length() + 2);
        return new EngineException(problem.code(), text, problem);
    }
}
