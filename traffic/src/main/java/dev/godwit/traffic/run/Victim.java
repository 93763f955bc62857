package dev.godwit.traffic.run;

import dev.godwit.traffic.load.Jvm;
import dev.godwit.traffic.load.Place;
import dev.godwit.traffic.manoeuvre.Manoeuvre;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that makes one move, and may be killed in the middle. */
final class Victim implements AutoCloseable {

    private final Process process;
    private final BufferedReader said;
    private final Move move;
    private boolean done;

    private Victim(Process process, Move move) {
        this.process = process;
        this.said = process.inputReader(StandardCharsets.UTF_8);
        this.move = move;
    }

    /** Starts, and waits until its run has begun or failed. */
    static Victim start(Place place, Manoeuvre manoeuvre, Move move) {
        List<String> arguments = new ArrayList<>(place.arguments());
        arguments.addAll(List.of(manoeuvre.name(), move.name()));
        Victim victim = new Victim(Jvm.start(MigrationProcess.class, arguments), move);
        victim.hear();
        return victim;
    }

    /**
     * Waits for its end by itself.
     *
     * @throws IllegalStateException when it fails
     */
    void finish() throws InterruptedException {
        if (process.waitFor() != 0) {
            throw new IllegalStateException("%s ended with %d: see above.".formatted(move.text(), process.exitValue()));
        }
    }

    /** Kills it by SIGKILL after some milliseconds; false when its run ended before. */
    boolean killAfter(long milliseconds) throws InterruptedException {
        if (process.waitFor(milliseconds, TimeUnit.MILLISECONDS)) {
            finish();
            return false;
        }
        return kill();
    }

    /** Kills it by SIGKILL when its run has come to that many events more; false when its run ended before. */
    boolean killAt(int events) throws InterruptedException {
        for (int i = 0; i < events; i++) {
            if (done || !hear()) {
                finish();
                return false;
            }
        }
        return kill();
    }

    private boolean kill() throws InterruptedException {
        // Unlike the process itself, its handle leaves open what it said.
        process.toHandle().destroyForcibly();
        process.waitFor();
        while (!done && hear()) {
            // What it said before it was killed.
        }
        return !done;
    }

    /** Waits for what it says next; false: nothing any more. */
    private boolean hear() {
        try {
            String line = said.readLine();
            done |= MigrationProcess.DONE.equals(line);
            return line != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
