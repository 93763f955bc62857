package dev.godwit.traffic.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.Engine;
import dev.godwit.engine.Options;
import dev.godwit.engine.Phase;
import dev.godwit.engine.RollbackTarget;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import dev.godwit.traffic.load.Application;
import dev.godwit.traffic.load.ApplicationHere;
import dev.godwit.traffic.load.Place;
import dev.godwit.traffic.load.Sample;
import dev.godwit.traffic.manoeuvre.Manoeuvre;
import dev.godwit.traffic.manoeuvre.Manoeuvres;
import dev.godwit.traffic.manoeuvre.Release;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each manoeuvre is what it says: without traffic, each version works where it may, and what is there agrees. */
class ManoeuvresTest {

    private static final int ROWS = 300;

    static Stream<Arguments> everywhere() {
        return Stream.of(DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB)
                .flatMap(kind -> Manoeuvres.all().stream().map(manoeuvre -> Arguments.of(kind, manoeuvre)));
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void fitsItsVersions(DatabaseKind kind, Manoeuvre manoeuvre) throws Exception {
        try (TestDatabase database = Databases.fresh(kind)) {
            Place place = new Place(database.url(), database.user(), database.password());
            Rows rows = new Rows(place);
            new Migrator(place, manoeuvre).begin();
            rows.fill(manoeuvre, ROWS, new Random(1));
            requireWorking(place, manoeuvre.before());
            assertThat(rows.count(manoeuvre.before().disagreeing())).isZero();
            whole(database, manoeuvre).migrate(Optional.empty());
            assertThat(rows.count(manoeuvre.after().disagreeing())).isZero();
            whole(database, manoeuvre).rollback(RollbackTarget.steps(1));
            assertThat(rows.count(manoeuvre.before().disagreeing())).isZero();
            whole(database, manoeuvre).migrate(Optional.empty());
            requireWorking(place, manoeuvre.after());
            assertThat(rows.count(manoeuvre.after().disagreeing())).isZero();
        }
    }

    private static void requireWorking(Place place, Release release) throws InterruptedException {
        try (Application application = ApplicationHere.start(place, release, 1)) {
            application.rate(300);
            TimeUnit.MILLISECONDS.sleep(300);
            assertThat(application.end().samples())
                    .isNotEmpty()
                    .extracting(Sample::failure)
                    .containsOnly(Optional.empty());
        }
    }

    private static Engine whole(TestDatabase database, Manoeuvre manoeuvre) {
        return Engine.of(
                new MigrationSource(manoeuvre.whole(), ManoeuvresTest.class.getClassLoader()),
                ConnectionSource.of(database.dataSource()),
                Options.DEFAULT.withPhase(Phase.ALL).withListener(event -> {}));
    }
}
