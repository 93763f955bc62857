package dev.godwit.engine.event;

/** Hears what a run does, in the thread that does it. What it throws stops the run as a crash would. */
@FunctionalInterface
public interface Listener {

    void on(Event event);

    /** Both, in this order. */
    default Listener and(Listener next) {
        return event -> {
            on(event);
            next.on(event);
        };
    }
}
