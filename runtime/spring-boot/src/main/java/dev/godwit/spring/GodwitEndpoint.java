package dev.godwit.spring;

import dev.godwit.engine.report.MigrationStatus;
import dev.godwit.engine.report.OpenPhase;
import dev.godwit.engine.report.StatusReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** The actuator endpoint {@code godwit}: where the database stands. Reads only. */
@Endpoint(id = "godwit")
public final class GodwitEndpoint {

    private final GodwitMigrator migrator;

    GodwitEndpoint(GodwitMigrator migrator) {
        this.migrator = migrator;
    }

    /**
     * As {@code godwit:status} tells machines; what is absent is left out.
     *
     * @throws dev.godwit.engine.problem.EngineException when the database cannot be asked
     */
    @ReadOperation
    public Map<String, Object> status() {
        StatusReport status = migrator.status();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("database", status.database());
        status.head().ifPresent(head -> facts.put("head", head));
        facts.put("upToDate", status.isUpToDate());
        List<Map<String, Object>> migrations =
                status.migrations().stream().map(GodwitEndpoint::facts).toList();
        facts.put("migrations", migrations);
        facts.put("open", status.open().stream().map(GodwitEndpoint::facts).toList());
        return facts;
    }

    private static Map<String, Object> facts(OpenPhase open) {
        return Map.of(
                "version", open.version(),
                "state", open.state().name().toLowerCase(Locale.ROOT),
                "why", open.why(),
                "release", open.release());
    }

    private static Map<String, Object> facts(MigrationStatus migration) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("version", migration.version());
        facts.put("description", migration.description());
        facts.put("state", migration.state().name().toLowerCase(Locale.ROOT));
        migration.appliedAt().ifPresent(time -> facts.put("appliedAt", time.toString()));
        migration.took().ifPresent(took -> facts.put("tookMillis", took.toMillis()));
        migration.run().ifPresent(run -> facts.put("run", run));
        migration.error().ifPresent(error -> facts.put("error", error));
        return facts;
    }
}
