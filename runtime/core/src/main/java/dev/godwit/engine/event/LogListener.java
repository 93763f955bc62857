package dev.godwit.engine.event;

/** Writes one line per event to {@link System.Logger} {@code dev.godwit}. */
public final class LogListener implements Listener {

    private static final System.Logger LOG = System.getLogger("dev.godwit");

    @Override
    public void on(Event event) {
        LOG.log(event.level(), event::text);
    }
}
