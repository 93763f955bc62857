package dev.godwit.command.progress;

import java.lang.System.Logger.Level;

/** Where people, or machines, read what happens. */
public interface Console {

    /** A line of a log; what is below a level that the reader wants is left out. */
    void log(Level level, String text);

    /** Text on standard error as it is, without an end of line, and at once. */
    void write(String text);

    /** Whether somebody watches who sees a line being written over. */
    boolean isTerminal();
}
