package dev.godwit.engine.chains;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.Change;
import dev.godwit.engine.Engine;
import dev.godwit.engine.Options;
import dev.godwit.engine.Phase;
import dev.godwit.engine.Phases;
import dev.godwit.engine.RollbackTarget;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.chains.TwoVersions.Version;
import dev.godwit.engine.event.Listener;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.recording.Recording;
import dev.godwit.testing.Databases;
import dev.godwit.testing.Ledgers;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The last migration of a chain in phases, the whole way and back, while the versions write that run at each moment; every
 * second step is stopped at a random event, and taken up again.
 */
final class WayInPhases {

    /** What is refused for two versions, with the ways out. */
    private static final Set<String> REFUSALS = Set.of("GW3150", "GW3151", "GW3155", "GW3157", "GW3158");

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Content content;
    private final Random random;
    private final MigrationSource source;
    private final TwoVersions versions;
    private final String before;
    private final int length;

    /**
     * @param chain after the last edits
     * @param old as the chain was before them
     */
    WayInPhases(TestDatabase database, Random random, List<List<Edit>> edits, Version old, RandomChain chain) {
        this.content = new Content(database);
        this.random = random;
        this.length = edits.size();
        this.before = Ledgers.version(length - 1).text();
        Chained.CHAIN.set(edits);
        this.source = new MigrationSource(
                Ledgers.of(Chained.CLASSES.subList(0, length)), getClass().getClassLoader());
        this.versions =
                new TwoVersions(content, random, old, new Version("the new", chain.tables()), chain.formerNames());
    }

    /** What the last migration changes. */
    List<Change> changes() {
        return Recording.of(Chained.of(length)).up();
    }

    /** Whether it can be in phases forth; back it may still be refused, and is then carried out at once. */
    boolean lead() throws SQLException {
        Version old = versions.old();
        Version young = versions.young();
        Set<String> end = atOnce();
        engine(Phase.ALL, event -> {}).migrate(Optional.of(before));
        Set<String> start = content.schema();
        versions.write(old);
        versions.write(old);
        if (!isPossible(forth(), old, start)) {
            return false;
        }
        versions.bothWrite();
        stopped(Phase.AUTO, back(), old);
        isAt(start);
        versions.write(old);

        stopped(Phase.EXPAND, forth(), old);
        versions.bothWrite();
        stopped(Phase.CONTRACT, forth(), young);
        isAt(end);
        versions.write(young);

        if (isPossible(back(), young, end)) {
            versions.bothWrite();
            stopped(Phase.CONTRACT, back(), old);
        } else {
            back().accept(engine(Phase.ALL, event -> {}));
        }
        isAt(start);
        versions.write(old);
        return true;
    }

    /** Expands, unless two versions cannot live with it: then nothing has changed. */
    private boolean isPossible(Consumer<Engine> what, Version running, Set<String> schema) throws SQLException {
        try {
            stopped(Phase.EXPAND, what, running);
            return true;
        } catch (EngineException e) {
            assertThat(e.code()).as(e.getMessage()).isIn(REFUSALS);
            isAt(schema);
            return false;
        }
    }

    private Set<String> atOnce() throws SQLException {
        try (TestDatabase other = Databases.fresh(content.database().kind())) {
            engine(other, Phase.ALL, event -> {}).migrate(Optional.empty());
            return new Content(other).schema();
        }
    }

    private static Consumer<Engine> forth() {
        return engine -> engine.migrate(Optional.empty());
    }

    private Consumer<Engine> back() {
        return engine -> engine.rollback(RollbackTarget.to(before));
    }

    /** Does something while a version runs, at every second time in two runs, the first of which ends anywhere. */
    private void stopped(Phase phase, Consumer<Engine> what, Version running) throws SQLException {
        if (random.nextBoolean()) {
            int[] left = {1 + random.nextInt(40)};
            Engine mortal = engine(phase, event -> {
                left[0]--;
                if (left[0] == 0) {
                    throw new Crash();
                }
            });
            boolean ended = unseen(running, () -> {
                try {
                    what.accept(mortal);
                    return true;
                } catch (Crash e) {
                    return false;
                }
            });
            if (ended) {
                return;
            }
            versions.write(running);
        }
        unseen(running, () -> {
            what.accept(engine(phase, event -> {}));
            return true;
        });
    }

    /** What is done changes nothing of what a version sees. */
    private boolean unseen(Version running, BooleanSupplier done) throws SQLException {
        Map<String, Map<Integer, Map<String, String>>> before = versions.seen(running, true);
        boolean ended = done.getAsBoolean();
        assertThat(versions.seen(running, true))
                .as("what %s version sees", running.name())
                .isEqualTo(before);
        return ended;
    }

    private void isAt(Set<String> schema) throws SQLException {
        assertThat(content.schema()).isEqualTo(schema);
        assertThat(content.database().triggers()).isEmpty();
    }

    private Engine engine(Phase phase, Listener listener) {
        return engine(content.database(), phase, listener);
    }

    private Engine engine(TestDatabase database, Phase phase, Listener listener) {
        return Engine.of(
                source,
                ConnectionSource.of(database.dataSource()),
                Options.DEFAULT
                        .withPhases(Phases.DEFAULT.withPhase(phase).withQuiet(Duration.ZERO))
                        .withListener(listener));
    }
}
