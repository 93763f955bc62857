package dev.godwit.engine.kill;

import dev.godwit.engine.Phase;
import dev.godwit.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that runs {@link KilledRun} or {@link KilledCopy}. */
final class Victim implements AutoCloseable {

    private final Process process;
    private final BufferedReader said;

    private Victim(Process process) {
        this.process = process;
        this.said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static Victim start(TestDatabase database, Path ledger, int event) throws IOException {
        return start(database, ledger, event, Phase.ALL);
    }

    static Victim start(TestDatabase database, Path ledger, int event, Phase phase) throws IOException {
        return start(
                KilledRun.class,
                database.url(),
                database.user(),
                database.password(),
                ledger.toString(),
                Integer.toString(event),
                phase.name());
    }

    /** @param batches after which it counts as started, of at most so many rows */
    static Victim copying(TestDatabase from, TestDatabase to, Path ledger, int rows, int batches) throws IOException {
        return start(
                KilledCopy.class,
                from.url(),
                from.user(),
                from.password(),
                to.url(),
                to.user(),
                to.password(),
                ledger.toString(),
                Integer.toString(rows),
                Integer.toString(batches));
    }

    private static Victim start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new Victim(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Kills it by SIGKILL at its event; false when it ended before. */
    boolean killWhenWaiting() throws IOException, InterruptedException {
        String word = await("waiting");
        kill();
        return word.equals("waiting");
    }

    /** Kills it by SIGKILL some time after its run began; false when it ended before. */
    boolean killAfter(long milliseconds) throws IOException, InterruptedException {
        await("started");
        boolean ended = process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        kill();
        return !ended;
    }

    /** Lets it end, and tells how long it worked. */
    long millisecondsOfWork() throws IOException, InterruptedException {
        await("started");
        long start = System.nanoTime();
        finish();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    /** Waits for its end by itself. */
    void finish() throws IOException, InterruptedException {
        await("done");
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The run ended with " + process.exitValue());
        }
    }

    private String await(String word) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
            if (line.equals(word) || line.equals("done")) {
                return line;
            }
        }
        throw new IllegalStateException("The run said before its end:\n" + all);
    }

    private void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
