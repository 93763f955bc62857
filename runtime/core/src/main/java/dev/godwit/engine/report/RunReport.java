package dev.godwit.engine.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a run did.
 *
 * @param database product and version; empty when one look at the history was enough
 * @param migrations in the order in which they were carried out; empty when there was nothing to do
 * @param head the last migration in the chain that the database has now; empty when it has none
 */
public record RunReport(Optional<String> database, List<Executed> migrations, Optional<String> head, Duration took) {

    public RunReport {
        migrations = List.copyOf(migrations);
    }
}
