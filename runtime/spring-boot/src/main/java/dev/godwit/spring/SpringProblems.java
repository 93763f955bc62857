package dev.godwit.spring;

import dev.godwit.engine.problem.EngineException;

/** What can be wrong with an application's configuration. Codes are never used again for something else. */
final class SpringProblems {

    private SpringProblems() {}

    static EngineException noDataSource() {
        return new EngineException(
                "GW5080",
                "Godwit has no data source to migrate: there is none, or several and none is primary. Mark one with"
                        + " @GodwitDataSource, or set godwit.url, or godwit.enabled=false.");
    }
}
