package dev.godwit.command;

import dev.godwit.drift.Difference;
import dev.godwit.drift.Drift;
import dev.godwit.engine.problem.BaselineProblems;
import dev.godwit.engine.report.BaselineReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Records the present state of a database as what committed migrations give, without running them. */
public final class Baseline {

    private static final String DISAGREES = "GW3090";

    private Baseline() {}

    /**
     * Records where the database agrees.
     *
     * @param to the last version to record; empty: the newest
     * @param accepted differences that are let be
     */
    public static Report run(Deployment deployment, Optional<String> to, Set<Difference> accepted) {
        BaselineReport report = deployment.with(engine -> engine.baseline(to, accepted));
        Facts facts = new Facts().add("database", report.database()).add("recorded", report.recorded());
        List<String> lines = new ArrayList<>(List.of(report.database()));
        if (report.recorded().isEmpty()) {
            return refused(to.orElse("the newest migration"), report.drift(), facts, lines);
        }
        report.recorded().forEach(version -> lines.add("  %s  recorded as applied, not run".formatted(version)));
        lines.addAll(DriftView.foreign(report.drift(), true));
        return Report.of(lines, describe(facts, report.drift()).map());
    }

    /** The refusal of a database that is not what was to be recorded; each difference is a problem of its own. */
    public static Report refused(String head, Drift drift) {
        return refused(head, drift, new Facts(), new ArrayList<>());
    }

    private static Report refused(String head, Drift drift, Facts facts, List<String> lines) {
        List<Problem> problems = new ArrayList<>();
        problems.add(new Problem(
                DISAGREES, BaselineProblems.disagrees(head, drift.differences().size())));
        drift.differences()
                .forEach(difference -> problems.add(new Problem(difference.code(), difference.what() + ".")));
        drift.notCompared().forEach(gap -> Problem.of(gap).ifPresent(problems::add));
        lines.addAll(DriftView.foreign(drift, true));
        return new Report(lines, describe(facts, drift).map(), List.of(), problems);
    }

    private static Facts describe(Facts facts, Drift drift) {
        return facts.add("differences", DriftView.differences(drift.differences()))
                .add("unmanaged", drift.unmanaged())
                .add("histories", DriftView.histories(drift.histories()));
    }
}
