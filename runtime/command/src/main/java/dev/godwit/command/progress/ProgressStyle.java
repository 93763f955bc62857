package dev.godwit.command.progress;

import dev.godwit.engine.event.Listener;

/** How the events of a run are told: {@code godwit.progress}. */
public enum ProgressStyle {
    /** A line that is written over, where there is a terminal; else plain. */
    AUTO {
        @Override
        public Listener on(Console console) {
            return (console.isTerminal() ? LINE : PLAIN).on(console);
        }
    },
    /** A line that says where the run is, and is written over; what ends stays above it. */
    LINE {
        @Override
        public Listener on(Console console) {
            return new LineListener(console);
        }
    },
    /** A line for each step. */
    PLAIN {
        @Override
        public Listener on(Console console) {
            return new PlainListener(console);
        }
    },
    /** A JSON object for each event, on standard error. */
    JSON {
        @Override
        public Listener on(Console console) {
            return event -> console.write(EventJson.of(event) + System.lineSeparator());
        }
    },
    /** Nothing but warnings. */
    NONE {
        @Override
        public Listener on(Console console) {
            return new WarningListener(console);
        }
    };

    /** Tells a run's events there. */
    public abstract Listener on(Console console);
}
