package dev.godwit.command.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.engine.event.Direction;
import dev.godwit.engine.event.Event;
import dev.godwit.engine.event.Left;
import dev.godwit.engine.event.Listener;
import dev.godwit.plan.Hazard;
import dev.godwit.plan.Resume;
import dev.godwit.plan.Step;
import dev.godwit.plan.Work;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person or a machine reads while a run works. */
class ProgressStyleTest {

    private static final Step INDEX = new Step(
            "index ix_name on customers", new Work.Sql("create index …"), new Resume.Idempotent(), Hazard.ONLINE, "");

    /** Keeps what is told, as it would stand there one after another. */
    private record Recorder(List<String> log, StringBuilder written, boolean isTerminal) implements Console {

        Recorder(boolean isTerminal) {
            this(new ArrayList<>(), new StringBuilder(), isTerminal);
        }

        @Override
        public void log(Level level, String text) {
            log.add(level + " " + text);
        }

        @Override
        public synchronized void write(String text) {
            written.append(text);
        }
    }

    private static Event progress(long done, Duration elapsed) {
        return new Event.Progress("1", "customers", done, OptionalLong.of(1000), elapsed);
    }

    /** A run of one migration with a step that takes long, and rows. */
    private static void run(Listener listener) {
        listener.on(new Event.RunStarted("r", "PostgreSQL 17", Direction.UP, 1));
        listener.on(new Event.MigrationStarted("1", "add index", Direction.UP, 2, 0));
        listener.on(new Event.StepStarted("1", INDEX));
        listener.on(new Event.Waiting("1", "index ix_name on customers", "process 7"));
        listener.on(new Event.StepEnded("1", INDEX, Duration.ofSeconds(3)));
        for (int batch = 1; batch <= 10; batch++) {
            listener.on(progress(batch * 100, Duration.ofSeconds(batch)));
        }
        listener.on(new Event.MigrationEnded("1", "add index", Direction.UP, Left.NOTHING, Duration.ofSeconds(13)));
        listener.on(new Event.RunEnded("r", Direction.UP, 1, 0, Duration.ofSeconds(13)));
    }

    @Test
    void aLineSaysWhereTheRunIsAndLeavesWhatHasEnded() {
        Recorder console = new Recorder(true);
        run(ProgressStyle.AUTO.on(console));

        assertThat(console.log())
                .containsExactly(
                        "INFO Run r on PostgreSQL 17: 1 migration forward.",
                        "WARNING 1: [index ix_name on customers] waits for process 7.",
                        "INFO 1 applied (add index) [13000 ms]",
                        "INFO Run r: 1 migration applied [13000 ms]");
        assertThat(console.written())
                .contains("\r\u001b[K[1/1] 1 add index: index ix_name on customers")
                .contains("\r\u001b[K[1/1] 1 add index 40 %, about 6 s left")
                .endsWith("\r\u001b[K")
                .doesNotContain("\n");
    }

    @Test
    void noLineStandsWhereAHookWrites() {
        Recorder console = new Recorder(true);
        Listener line = ProgressStyle.LINE.on(console);
        line.on(new Event.RunStarted("r", "H2", Direction.UP, 1));
        assertThat(console.written()).isEmpty();
        line.on(new Event.MigrationStarted("1", "add index", Direction.UP, 1, 0));
        line.on(new Event.MigrationEnded("1", "add index", Direction.UP, Left.NOTHING, Duration.ZERO));

        assertThat(console.written()).hasToString("\r\u001b[K[1/1] 1 add index\r\u001b[K");
    }

    @Test
    void aLineEndsWithTheRunThatFails() {
        Recorder console = new Recorder(true);
        Listener line = ProgressStyle.LINE.on(console);
        line.on(new Event.RunStarted("r", "H2", Direction.UP, 1));
        line.on(new Event.MigrationStarted("1", "add index", Direction.UP, 1, 0));
        line.on(new Event.StepStarted("1", INDEX));
        line.on(new Event.RunFailed("r", "GW3052: no"));

        assertThat(console.written()).endsWith("\r\u001b[K");
        assertThat(console.log()).hasSize(1);
    }

    @Test
    void aLineGoesOnCountingWhileAStatementTakesLong() throws InterruptedException {
        Recorder console = new Recorder(true);
        Listener line = ProgressStyle.LINE.on(console);
        line.on(new Event.RunStarted("r", "H2", Direction.UP, 1));
        line.on(new Event.MigrationStarted("1", "add index", Direction.UP, 1, 0));
        line.on(new Event.StepStarted("1", INDEX));
        Pattern counted = Pattern.compile("index ix_name on customers \\(\\d+ s\\)");
        for (int i = 0; i < 100 && !counted.matcher(written(console)).find(); i++) {
            Thread.sleep(100);
        }
        line.on(new Event.RunEnded("r", Direction.UP, 1, 0, Duration.ofSeconds(1)));

        assertThat(written(console)).containsPattern(counted);
    }

    private static String written(Recorder console) {
        synchronized (console) {
            return console.written().toString();
        }
    }

    @Test
    void withoutATerminalEachStepIsALineAndBatchesAreOneNowAndThen() {
        Recorder console = new Recorder(false);
        run(ProgressStyle.AUTO.on(console));

        assertThat(console.log()).contains("INFO 1: index ix_name on customers [3000 ms]");
        assertThat(console.log().stream().filter(line -> line.contains("rows of customers")))
                .containsExactly(
                        "INFO 1: 500 of 1000 rows of customers, about 5 s left.",
                        "INFO 1: 1000 of 1000 rows of customers.");
        assertThat(console.written()).isEmpty();
    }

    @Test
    void machinesGetAnObjectAnEvent() {
        Recorder console = new Recorder(false);
        run(ProgressStyle.JSON.on(console));

        assertThat(console.log()).isEmpty();
        assertThat(console.written().toString().lines())
                .hasSize(17)
                .allMatch(line -> line.startsWith("{\"event\":\"") && line.endsWith("}"))
                .anyMatch(
                        line -> line.contains("\"event\":\"runStarted\"")
                                && line.endsWith(
                                        "\"run\":\"r\",\"database\":\"PostgreSQL 17\",\"direction\":\"forward\",\"migrations\":1}"))
                .anyMatch(line -> line.contains("\"event\":\"stepEnded\"")
                        && line.endsWith(
                                "\"version\":\"1\",\"step\":\"index ix_name on customers\",\"tookMillis\":3000}"))
                .anyMatch(line -> line.contains("\"event\":\"migrationEnded\"")
                        && line.endsWith("\"direction\":\"forward\",\"left\":\"nothing\",\"tookMillis\":13000}"))
                .anyMatch(line -> line.contains("\"event\":\"progress\"")
                        && line.endsWith(
                                "\"done\":400,\"total\":1000,\"elapsedMillis\":4000,\"remainingMillis\":6000}"));
    }

    @Test
    void whoWantsNothingStillHearsWarnings() {
        Recorder console = new Recorder(true);
        run(ProgressStyle.NONE.on(console));

        assertThat(console.log()).containsExactly("WARNING 1: [index ix_name on customers] waits for process 7.");
        assertThat(console.written()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ProgressStyle.class,
            names = {"LINE", "PLAIN", "NONE"})
    void thatARunFailsIsToldOnceByTheCommand(ProgressStyle style) {
        Recorder console = new Recorder(true);
        style.on(console).on(new Event.RunFailed("r", "GW3052: no"));

        assertThat(console.log()).isEmpty();
    }
}
