package dev.godwit.maven;

import dev.godwit.command.progress.Console;
import java.lang.System.Logger.Level;
import org.apache.maven.plugin.logging.Log;

/** Maven's log, and the terminal beside it. */
record MavenConsole(Log log, boolean isTerminal) implements Console {

    @Override
    public void log(Level level, String text) {
        switch (level) {
            case ERROR -> log.error(text);
            case WARNING -> log.warn(text);
            case INFO -> log.info(text);
            default -> log.debug(text);
        }
    }

    @Override
    public void write(String text) {
        System.err.print(text);
        System.err.flush();
    }
}
