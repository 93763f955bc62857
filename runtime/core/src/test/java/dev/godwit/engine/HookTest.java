package dev.godwit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.event.Event;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is run before and after a run, whatever interrupts it. */
class HookTest {

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    private static Engine engine(TestDatabase database, Options options) {
        return Engine.of(Shop.source(), ConnectionSource.of(database.dataSource()), options);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aHookThatFailedIsWhatIsLeftToTheNextRun(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            List<String> ran = new ArrayList<>();
            Options failing = Quiet.OPTIONS.withAfter(connection -> {
                throw new IllegalStateException("no such role");
            });
            Options working = Quiet.OPTIONS.withAfter(connection -> ran.add("after"));

            assertThatThrownBy(() -> engine(database, failing).migrate(Optional.empty()))
                    .hasMessageStartingWith(
                            "GW3071: The hook after the run failed: no such role. What the run did stays");
            assertThat(engine(database, Quiet.OPTIONS).status().isUpToDate()).isTrue();
            assertThat(engine(database, Quiet.OPTIONS).migrate(Optional.empty()).migrations())
                    .isEmpty();
            assertThat(engine(database, working).migrate(Optional.empty()).migrations())
                    .isEmpty();
            engine(database, working).migrate(Optional.empty());

            assertThat(ran).containsExactly("after");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aRunThatDiedBeforeItsHookIsFollowedByOneThatRunsIt(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            List<String> ran = new ArrayList<>();
            Options working = Quiet.OPTIONS.withAfter(connection -> ran.add("after"));
            String last = Ledgers.version(3).text();
            Options dying = working.withListener(event -> {
                if (event instanceof Event.MigrationEnded ended
                        && ended.version().equals(last)) {
                    throw new IllegalStateException("killed");
                }
            });

            assertThatThrownBy(() -> engine(database, dying).migrate(Optional.empty()))
                    .hasMessage("killed");
            assertThat(ran).isEmpty();
            engine(database, working).migrate(Optional.empty());

            assertThat(ran).containsExactly("after");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void nothingIsExecutedWhenTheHookBeforeFails(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Options failing = Quiet.OPTIONS.withBefore(connection -> {
                throw new IllegalStateException("the disk of the backup is full");
            });

            assertThatThrownBy(() -> engine(database, failing).migrate(Optional.empty()))
                    .hasMessageStartingWith("GW3071")
                    .hasMessageContaining("Nothing was executed");

            assertThat(Rows.tables(database)).allMatch(table -> table.startsWith("godwit_"));
        }
    }
}
