package dev.godwit.command.progress;

import dev.godwit.engine.event.Event;
import dev.godwit.engine.event.Listener;
import java.time.Duration;

/**
 * Tells one line per event. Of the batches of rows, of which there may be thousands, it tells one every few seconds. That
 * a run fails is told by the failure of the command.
 */
final class PlainListener implements Listener {

    private static final Duration BETWEEN = Duration.ofSeconds(5);

    private final Console console;
    private Duration told = Duration.ZERO;

    PlainListener(Console console) {
        this.console = console;
    }

    @Override
    public void on(Event event) {
        if (event instanceof Event.RunFailed || event instanceof Event.Progress progress && !isDue(progress)) {
            return;
        }
        console.log(event.level(), event.text());
    }

    /** By the time within the step, which begins at zero for each. */
    private boolean isDue(Event.Progress progress) {
        Duration elapsed = progress.elapsed();
        boolean due = elapsed.compareTo(told) < 0 || elapsed.minus(told).compareTo(BETWEEN) >= 0;
        told = due ? elapsed : told;
        return due;
    }
}
