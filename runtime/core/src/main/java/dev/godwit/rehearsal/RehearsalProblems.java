package dev.godwit.rehearsal;

import dev.godwit.drift.Difference;
import dev.godwit.drift.Drift;
import dev.godwit.engine.problem.EngineException;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** What a rehearsal can find: GW3180 to GW3189. Codes are never used again for something else. */
final class RehearsalProblems {

    private static final int SHOWN = 5;

    private RehearsalProblems() {}

    static EngineException noScratchSchema(String name, SQLException cause) {
        return new EngineException(
                "GW3180",
                ("The schema %s to test in cannot be made: %s. Give a database on which this user may create schemas, by"
                                + " godwit.url.")
                        .formatted(name, cause.getMessage()),
                cause);
    }

    static String otherSchema(String version, String stop, Drift drift) {
        String differences = drift.differences().stream()
                .limit(SHOWN)
                .map(RehearsalProblems::brief)
                .collect(Collectors.joining("; "));
        int more = drift.differences().size() - SHOWN;
        return "GW3181: After %s of %s the schema is not what its changes say: %s%s. Is an effect(…) of raw SQL wrong?"
                .formatted(stop, version, differences, more > 0 ? "; and %d more".formatted(more) : "");
    }

    /** Without the ways out, which are those of a database in use. */
    private static String brief(Difference difference) {
        return "%s of %s: expected %s, found %s"
                .formatted(
                        difference.kind(),
                        difference.subject(),
                        difference.expected().map(Object::toString).orElse("nothing"),
                        difference.found().map(Object::toString).orElse("nothing"));
    }

    static String otherRows(String version, String stop, String tables) {
        return "GW3182: After %s of %s the rows are not what they were: %s. Does down bring back what up takes?"
                .formatted(stop, version, tables);
    }
}
