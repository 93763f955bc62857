package dev.godwit.traffic.run;

import static dev.godwit.Types.bigint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.Engine;
import dev.godwit.engine.Options;
import dev.godwit.engine.Phase;
import dev.godwit.engine.Phases;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.ledger.Fingerprint;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.Version;
import dev.godwit.recording.Recording;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import dev.godwit.traffic.load.Application;
import dev.godwit.traffic.load.ApplicationHere;
import dev.godwit.traffic.load.Place;
import dev.godwit.traffic.load.Sample;
import dev.godwit.traffic.manoeuvre.Manoeuvre;
import dev.godwit.traffic.manoeuvre.Manoeuvres;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A later release contracts by itself what the version before the last one writes no more, and nothing else. */
class OldSideTest {

    private static final Duration QUIET = Duration.ofSeconds(20);
    private static final Manoeuvre MANOEUVRE = Manoeuvres.named("rename-column");

    /** What the release after the renaming one brings. */
    public static final class Later implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "coupons", t -> t.column("id", bigint().notNull()).primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("coupons");
        }
    }

    private static Ledger later() {
        Recording recording = Recording.of(new Later());
        return MANOEUVRE
                .whole()
                .plus(
                        new Version("20260101000003"),
                        Later.class.getName(),
                        Fingerprint.of(recording.up(), recording.down()));
    }

    private static void migrate(Ledger ledger, TestDatabase database, Phases phases) {
        Engine.of(
                        new MigrationSource(ledger, OldSideTest.class.getClassLoader()),
                        database::connect,
                        Options.DEFAULT.withPhases(phases).withListener(event -> {}))
                .migrate(Optional.empty());
    }

    private static List<String> columns(Rows rows) throws SQLException {
        return rows.columns("customers").stream()
                .map(column -> column.replace("?", ""))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void anOldVersionThatStillWritesKeepsItsColumn(DatabaseKind kind) throws Exception {
        Phases auto = Phases.DEFAULT.withPhase(Phase.AUTO);
        try (TestDatabase database = Databases.fresh(kind)) {
            Place place = new Place(database.url(), database.user(), database.password());
            Rows rows = new Rows(place);
            new Migrator(place, MANOEUVRE).begin();
            rows.fill(MANOEUVRE, 1_000, new Random(1));
            migrate(MANOEUVRE.whole(), database, auto);
            try (Application old = ApplicationHere.start(place, MANOEUVRE.before(), 1);
                    Application current = ApplicationHere.start(place, MANOEUVRE.after(), 2)) {
                old.rate(20);
                current.rate(20);
                TimeUnit.SECONDS.sleep(2);
                migrate(later(), database, auto.withQuiet(QUIET));
                assertThat(rows.columns("coupons")).isNotEmpty();
                assertThat(columns(rows)).contains("name", "full_name");

                old.rate(0);
                TimeUnit.SECONDS.sleep(2);
                migrate(later(), database, auto.withQuiet(Duration.ofSeconds(1)));
                assertThat(columns(rows)).contains("full_name").doesNotContain("name");
                assertThat(old.end().samples()).extracting(Sample::failure).containsOnly(Optional.empty());
                assertThat(current.end().samples()).extracting(Sample::failure).containsOnly(Optional.empty());
            }
        }
    }
}
