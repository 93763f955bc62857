package dev.godwit.command.progress;

import dev.godwit.engine.event.Event;
import dev.godwit.engine.event.Listener;
import java.lang.System.Logger.Level;

/** Tells what somebody may have to act upon. That a run fails is told by the failure of the command. */
final class WarningListener implements Listener {

    private final Console console;

    WarningListener(Console console) {
        this.console = console;
    }

    @Override
    public void on(Event event) {
        if (event.level() == Level.WARNING) {
            console.log(event.level(), event.text());
        }
    }
}
