package dev.godwit.engine.execute;

import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.problem.ExecutionProblems;
import dev.godwit.engine.server.Failure;
import dev.godwit.engine.server.Jdbc;
import dev.godwit.plan.Guard;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** Asks the live database whether a migration may start. */
final class Guards {

    private static final int NAMED = 20;

    private final Session session;
    private final String version;

    Guards(Session session, String version) {
        this.session = session;
        this.version = version;
    }

    /** @throws EngineException with the refusal of the first guard that refuses */
    void ask(List<Guard> guards) {
        for (Guard guard : guards) {
            if (refuses(guard)) {
                int colon = guard.refusal().indexOf(": ");
                throw new EngineException(
                        guard.refusal().substring(0, colon), guard.refusal().substring(colon + 2) + rows(guard));
            }
        }
    }

    /** The rows that a guard is about, as many as a person reads. */
    private String rows(Guard guard) {
        if (guard.rows().isEmpty()) {
            return "";
        }
        try {
            List<String> rows =
                    Jdbc.first(session.connection(), NAMED + 1, guard.rows().get());
            String listed = rows.stream().limit(NAMED).map(row -> "\n  " + row).collect(Collectors.joining());
            return rows.size() > NAMED ? listed + "\n  and more" : listed;
        } catch (SQLException e) {
            throw ExecutionProblems.guardFailed(version, guard.rows().get(), e);
        }
    }

    /** A guard over a table that an earlier change of the same migration creates has nothing to refuse. */
    private boolean refuses(Guard guard) {
        try {
            return Jdbc.test(session.connection(), guard.query());
        } catch (SQLException e) {
            if (session.server().failure(e) == Failure.NO_TABLE) {
                return false;
            }
            throw ExecutionProblems.guardFailed(version, guard.query(), e);
        }
    }
}
