package dev.godwit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.report.RunReport;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.PgBouncer;
import dev.godwit.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behind a proxy that gives each transaction another session; skipped where PgBouncer is not installed. */
class PgBouncerTest {

    @TempDir
    Path directory;

    @Test
    void eachMigrationRunsOnceUnderALeaseThatIsChosenByItself() throws Exception {
        try (TestDatabase database = Databases.fresh(DatabaseKind.POSTGRESQL);
                PgBouncer bouncer = PgBouncer.before(database, directory)) {
            int executed = 0;
            ExecutorService threads = Executors.newFixedThreadPool(4);
            List<Future<RunReport>> reports = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                reports.add(threads.submit(
                        () -> Quiet.engine(Shop.source(), bouncer.proxied()).migrate(Optional.empty())));
            }
            for (Future<RunReport> report : reports) {
                executed += report.get().migrations().size();
            }
            threads.shutdown();

            assertThat(executed).isEqualTo(3);
            assertThat(Rows.of(database, "select token from godwit_lease")).containsExactly("");
            assertThat(Rows.of(database, "select count(*) from pg_locks where locktype = 'advisory'"))
                    .containsExactly("0");
        }
    }

    @Test
    void leavesNothingInTheSessionsOfOthers() throws Exception {
        try (TestDatabase database = Databases.fresh(DatabaseKind.POSTGRESQL);
                PgBouncer bouncer = PgBouncer.before(database, directory)) {
            database.execute("create schema other");
            Quiet.engine(Shop.source(), bouncer.proxied()).migrate(Optional.empty());

            assertThat(Rows.of(bouncer.proxied(), "show lock_timeout")).containsExactly("0");
            assertThat(Rows.of(bouncer.proxied(), "select count(*) from pg_prepared_statements"))
                    .containsExactly("0");
            Options elsewhere = Quiet.OPTIONS.withSchema("other");
            ConnectionSource source = ConnectionSource.of(bouncer.proxied().dataSource());
            assertThatThrownBy(() -> Engine.of(Shop.source(), source, elsewhere).migrate(Optional.empty()))
                    .hasMessageStartingWith("GW3015");
        }
    }
}
