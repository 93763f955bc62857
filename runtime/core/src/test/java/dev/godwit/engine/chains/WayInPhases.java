package dev.godwit.engine.chains;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.Change;
import dev.godwit.change.Transform;
import dev.godwit.engine.Engine;
import dev.godwit.engine.Options;
import dev.godwit.engine.Phase;
import dev.godwit.engine.Phases;
import dev.godwit.engine.RollbackTarget;
import dev.godwit.engine.chain.MigrationSource;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The last migration of a chain in phases, the whole way and back, while the versions write that run at each moment; every
 * second step is stopped at a random event, and taken up again.
 */
final class WayInPhases implements AutoCloseable {

    /** What is refused for two versions, with the ways out. */
    private static final Set<String> REFUSALS =
            Set.of("GW3127", "GW3150", "GW3151", "GW3155", "GW3157", "GW3158", "GW3172", "GW3173", "GW3175", "GW3177");

    /** Rows from which nothing moves to a required column: between the phases something stands in. */
    private static final String NOTHING_MOVES = "GW3126";

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
        this.versions = new TwoVersions(content, random, old, chain.after());
    }

    @Override
    public void close() throws SQLException {
        content.close();
    }

    /** What the last migration changes, and its way back, for whoever looks for a fault. */
    String changes() {
        Recording migration = Recording.of(Chained.of(length));
        return "  up\n%s  down\n%s".formatted(lines(migration.up()), lines(migration.down()));
    }

    private static String lines(List<Change> changes) {
        return changes.stream()
                .map(change ->
                        "    " + change.toString().replaceAll("\\w+=(Optional.empty|\\[\\]|false)(, )?", "") + "\n")
                .collect(Collectors.joining());
    }

    /** Whether it can be in phases forth; back it may still be refused, and is then carried out at once. */
    boolean lead() throws SQLException {
        Version old = versions.old();
        Version young = versions.young();
        engine(Phase.ALL, event -> {}).migrate(Optional.of(before));
        Set<String> start = content.schema();
        versions.write(old);
        versions.write(old);
        if (!isPossible(forth(), old, start)) {
            return false;
        }
        Set<String> end = atOnce();
        versions.bothWrite(follow(forth()));
        stopped(Phase.AUTO, back(), old);
        isAt(start);
        versions.write(old);

        stopped(Phase.EXPAND, forth(), old);
        versions.bothWrite(follow(forth()));
        stopped(Phase.CONTRACT, forth(), young);
        isAt(end);
        versions.write(young);

        if (isPossible(back(), young, end)) {
            versions.bothWrite(follow(back()));
            stopped(Phase.CONTRACT, back(), old);
        } else if (!isBack()) {
            return true;
        }
        isAt(start);
        versions.write(old);
        return true;
    }

    /** Back at once, unless nobody knows what rows are to hold then. */
    private boolean isBack() {
        try {
            back().accept(engine(Phase.ALL, event -> {}));
            return true;
        } catch (EngineException e) {
            assertThat(e.code()).as(e.getMessage()).isEqualTo("GW3127");
            return false;
        }
    }

    /** Expands, unless two versions cannot live with it: then nothing has changed. */
    private boolean isPossible(Consumer<Engine> what, Version running, Set<String> schema) throws SQLException {
        try {
            stopped(Phase.EXPAND, what, running);
            return true;
        } catch (EngineException e) {
            assertThat(e.code()).as(e.getMessage()).isIn(REFUSALS);
            tell(e.getMessage());
            isAt(schema);
            return false;
        }
    }

    /** The schema that the migration leads to at once, where the new version sees what it sees when that is expanded. */
    private Set<String> atOnce() throws SQLException {
        try (TestDatabase other = Databases.fresh(content.database().kind());
                Content there = new Content(other)) {
            engine(other, Phase.ALL, event -> {}).migrate(Optional.of(before));
            there.repeat(content);
            try {
                engine(other, Phase.ALL, event -> {}).migrate(Optional.empty());
            } catch (EngineException e) {
                assertThat(e.code()).as(e.getMessage()).isEqualTo(NOTHING_MOVES);
                return ofNoRows();
            }
            assertThat(versions.exact(content)).as("what the new version sees").isEqualTo(versions.exact(there));
            return there.schema();
        }
    }

    private Set<String> ofNoRows() throws SQLException {
        try (TestDatabase other = Databases.fresh(content.database().kind());
                Content there = new Content(other)) {
            engine(other, Phase.ALL, event -> {}).migrate(Optional.empty());
            return there.schema();
        }
    }

    private static Consumer<Engine> forth() {
        return engine -> engine.migrate(Optional.empty());
    }

    private Consumer<Engine> back() {
        return engine -> engine.rollback(RollbackTarget.to(before));
    }

    /** Where Java code computes one side from the other, that follows whenever somebody migrates. */
    private Runnable follow(Consumer<Engine> what) {
        Recording migration = Recording.of(Chained.of(length));
        boolean code = Stream.concat(migration.up().stream(), migration.down().stream())
                .anyMatch(Transform.class::isInstance);
        return code ? () -> what.accept(engine(Phase.EXPAND, event -> {})) : () -> {};
    }

    private static void tell(String what) {
        if (System.getProperty("godwit.seed") != null) {
            System.out.println("  " + what);
        }
    }

    /** Does something while a version runs, at every second time in two runs, the first of which ends anywhere. */
    private void stopped(Phase phase, Consumer<Engine> what, Version running) throws SQLException {
        tell("%s while %s version runs".formatted(phase, running.name()));
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
                    tell("stopped");
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
        Map<String, Map<Integer, Map<String, Set<String>>>> before = versions.seen(running, true);
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
