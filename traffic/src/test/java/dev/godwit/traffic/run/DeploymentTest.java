package dev.godwit.traffic.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.DatabaseKind;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import dev.godwit.traffic.load.Place;
import dev.godwit.traffic.load.Sample;
import dev.godwit.traffic.manoeuvre.Manoeuvres;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A few seconds of what {@link dev.godwit.traffic.LiveTraffic} does for long, in one JVM. */
class DeploymentTest {

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aColumnIsRenamedAndNobodyNotices(DatabaseKind kind) throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        try (TestDatabase database = Databases.fresh(kind)) {
            Verdict verdict = new Deployment(
                            new Place(database.url(), database.user(), database.password()),
                            Manoeuvres.named("rename-column"),
                            new Settings(10_000, 40, 1, 0, seed, false))
                    .run();
            assertThat(verdict.brokenOff()).as(verdict.text()).isEmpty();
            assertThat(verdict.failed())
                    .as(verdict.text())
                    .allMatch(Sample::isDeadlock)
                    .hasSizeLessThanOrEqualTo(kind == DatabaseKind.MARIADB ? 2 : 0);
            assertThat(verdict.disagreements()).as(verdict.text()).isZero();
            assertThat(verdict.lost()).as(verdict.text()).isZero();
        }
    }
}
