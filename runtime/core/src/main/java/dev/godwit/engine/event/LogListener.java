package dev.godwit.engine.event;

/** Writes one line per event to {@link System.Logger} {@code dev.godwit}. */
public final class LogListener implements Listener {

    @Override
    public void on(Event event) {
        Log.LOG.log(event.level(), event::text);
    }

    /** Found when there is something to say: finding a logger costs more than a look at the history. */
    private static final class Log {
        private static final System.Logger LOG = System.getLogger("dev.godwit");
    }
}
