package dev.godwit.command.progress;

import dev.godwit.engine.event.Event;
import dev.godwit.engine.event.Listener;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps one line at the bottom that says where the run is, and goes on counting while a statement takes long. What has
 * ended, and what somebody may have to act upon, is told above it and stays.
 */
final class LineListener implements Listener {

    private static final String ERASE = "\r\u001b[K";
    private static final Duration TICK = Duration.ofSeconds(1);

    /** Short enough for terminals that do not say how wide they are: a line that wraps cannot be written over. */
    private static final int WIDTH = 79;

    private final Console console;
    private Optional<Position> position = Optional.empty();
    private Optional<Thread> ticker = Optional.empty();
    private String drawn = "";

    LineListener(Console console) {
        this.console = console;
    }

    @Override
    public synchronized void on(Event event) {
        if (event instanceof Event.RunStarted run) {
            position = Optional.of(Position.start(run));
            ticker = Optional.of(startTicker());
        }
        position = position.map(before -> before.after(event, System.nanoTime()));
        if (staysToBeRead(event)) {
            erase();
            console.log(event.level(), event.text());
        }
        if (event instanceof Event.RunEnded || event instanceof Event.RunFailed) {
            end();
        } else {
            draw();
        }
    }

    private static boolean staysToBeRead(Event event) {
        boolean detail = event instanceof Event.MigrationStarted
                || event instanceof Event.StepEnded
                || event instanceof Event.Progress;
        boolean toldByCommand = event instanceof Event.RunFailed;
        return !detail && !toldByCommand && event.level().getSeverity() >= Level.INFO.getSeverity();
    }

    private void end() {
        erase();
        position = Optional.empty();
        ticker.ifPresent(Thread::interrupt);
    }

    private void erase() {
        write("");
    }

    private synchronized void draw() {
        position.map(where -> where.text(System.nanoTime())).ifPresent(text -> write(cut(text)));
    }

    /** What stands there already is not written again, so nothing flickers. */
    private void write(String line) {
        if (!line.equals(drawn)) {
            console.write(ERASE + line);
            drawn = line;
        }
    }

    private static String cut(String text) {
        return text.length() <= WIDTH ? text : text.substring(0, WIDTH - 1) + "…";
    }

    private Thread startTicker() {
        Thread thread = new Thread(this::tick, "godwit-progress");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void tick() {
        try {
            while (true) {
                Thread.sleep(TICK.toMillis());
                draw();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
