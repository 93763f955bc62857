package dev.godwit.spring;

import dev.godwit.Godwit;
import dev.godwit.engine.report.RunReport;
import dev.godwit.engine.report.StatusReport;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.InitializingBean;

/**
 * Migrates when it is initialized. Whatever uses the database depends on it, so that JPA starts on the new schema.
 *
 * <p>It never contracts.
 */
public final class GodwitMigrator implements InitializingBean {

    private final Godwit godwit;
    private RunReport report = RunReport.nothingToDo(Optional.empty(), Duration.ZERO);

    GodwitMigrator(Godwit godwit) {
        this.godwit = godwit;
    }

    /** @throws dev.godwit.engine.problem.EngineException when it cannot; the application does not start then */
    @Override
    public void afterPropertiesSet() {
        report = godwit.migrate();
    }

    /** What was done when the application started. */
    public RunReport report() {
        return report;
    }

    /** Where the database stands now. @throws dev.godwit.engine.problem.EngineException when it cannot be asked */
    public StatusReport status() {
        return godwit.status();
    }
}
