package dev.godwit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.engine.report.RunReport;
import dev.godwit.testing.GaleraCluster;
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

/** Runs on several nodes of a cluster at once; skipped without {@value GaleraCluster#WANTED} and the packages. */
class GaleraTest {

    @TempDir
    Path directory;

    @Test
    void eachMigrationRunsOnceWhicheverNodeARunIsOn() throws Exception {
        try (GaleraCluster cluster = GaleraCluster.of(3, directory)) {
            List<TestDatabase> nodes = cluster.database("shop");
            ExecutorService threads = Executors.newFixedThreadPool(nodes.size() * 2);
            List<Future<RunReport>> reports = new ArrayList<>();
            for (int i = 0; i < nodes.size() * 2; i++) {
                TestDatabase node = nodes.get(i % nodes.size());
                reports.add(
                        threads.submit(() -> Quiet.engine(Shop.source(), node).migrate(Optional.empty())));
            }
            int executed = 0;
            for (Future<RunReport> report : reports) {
                executed += report.get().migrations().size();
            }
            threads.shutdown();

            assertThat(executed).isEqualTo(3);
            assertThat(Rows.of(nodes.get(1), "select count(distinct run_id) from godwit_journal"))
                    .containsExactly("1");
        }
    }
}
