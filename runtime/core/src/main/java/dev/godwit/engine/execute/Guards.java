package dev.godwit.engine.execute;

import dev.godwit.change.Transform;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.problem.ExecutionProblems;
import dev.godwit.engine.problem.Said;
import dev.godwit.engine.rows.CodeTrial;
import dev.godwit.engine.server.Failure;
import dev.godwit.engine.server.Jdbc;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Trial;
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
                throw refused(guard.refusal(), rows(guard));
            }
            guard.trial().ifPresent(trial -> tried(guard, trial));
            guard.code().ifPresent(code -> tried(guard, code));
        }
    }

    private static EngineException refused(String refusal, String listed) {
        int colon = refusal.indexOf(": ");
        return new EngineException(refusal.substring(0, colon), refusal.substring(colon + 2) + listed);
    }

    private void tried(Guard guard, Trial trial) {
        Trials.Result result;
        try {
            result = new Trials(session).run(trial);
        } catch (SQLException e) {
            if (session.server().failure(e) == Failure.NO_TABLE) {
                return;
            }
            throw ExecutionProblems.guardFailed(version, trial.insert().update(), e);
        }
        result.invalid().ifPresent(said -> {
            throw refused(trial.invalid(), "\n  " + Said.by(said));
        });
        if (!result.rows().isEmpty()) {
            throw refused(guard.refusal(), listed(result));
        }
    }

    private void tried(Guard guard, Transform code) {
        CodeTrial.Result result;
        try {
            result = new CodeTrial(session.connection(), session.dialect(), version, code).run();
        } catch (SQLException e) {
            if (session.server().failure(e) == Failure.NO_TABLE) {
                return;
            }
            throw ExecutionProblems.guardFailed(version, "Java code over " + code.table(), e);
        }
        if (result.rows() > 0) {
            String rows = result.named().entrySet().stream()
                    .map(row -> "\n  %s: %s".formatted(row.getKey(), row.getValue()))
                    .collect(Collectors.joining());
            throw refused(guard.refusal(), "%s\n  %s".formatted(rows, counted(result.rows())));
        }
    }

    private static String counted(long rows) {
        return rows == 1 ? "1 row" : rows + " rows";
    }

    private static String listed(Trials.Result result) {
        int count = result.rows().size();
        String rows = result.rows().entrySet().stream()
                .limit(NAMED)
                .map(row -> "\n  %s: %s".formatted(row.getKey(), Said.by(row.getValue())))
                .collect(Collectors.joining());
        return "%s\n  %s%s".formatted(rows, result.complete() ? "" : "at least ", counted(count));
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
