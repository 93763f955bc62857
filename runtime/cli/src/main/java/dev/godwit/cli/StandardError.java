package dev.godwit.cli;

import dev.godwit.command.progress.Console;
import java.io.PrintWriter;
import java.lang.System.Logger.Level;

/** Standard error, where everything is told that is no result. */
record StandardError(PrintWriter err, boolean isTerminal) implements Console {

    @Override
    public void log(Level level, String text) {
        if (level.getSeverity() >= Level.INFO.getSeverity()) {
            err.println(text);
            err.flush();
        }
    }

    @Override
    public void write(String text) {
        err.print(text);
        err.flush();
    }
}
