package dev.godwit.referee.hibernate;

import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.logging.LoggerProvider;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what Hibernate and the validator log out of the build's output: a logging backend on the user's class path would
 * come up with its default configuration. What they warn of goes to {@link System.Logger} at debug level.
 */
public final class QuietLogs implements LoggerProvider {

    private static final System.Logger LOG = System.getLogger("dev.godwit.referee");

    private static final class Quiet extends Logger {

        private static final long serialVersionUID = 1L;

        Quiet(String name) {
            super(name);
        }

        @Override
        public boolean isEnabled(Level level) {
            return level.compareTo(Level.WARN) <= 0 && LOG.isLoggable(System.Logger.Level.DEBUG);
        }

        @Override
        protected void doLog(
                Level level,
                String logger,
                Object message,
                Object @Nullable [] parameters,
                @Nullable Throwable thrown) {
            if (isEnabled(level)) {
                LOG.log(System.Logger.Level.DEBUG, getName() + ": " + message, thrown);
            }
        }

        @Override
        protected void doLogf(
                Level level, String logger, String format, Object @Nullable [] parameters, @Nullable Throwable thrown) {
            if (isEnabled(level)) {
                LOG.log(System.Logger.Level.DEBUG, getName() + ": " + String.format(format, parameters), thrown);
            }
        }
    }

    @Override
    public Logger getLogger(String name) {
        return new Quiet(name);
    }

    @Override
    public void clearMdc() {}

    @Override
    public @Nullable Object putMdc(String key, Object value) {
        return null;
    }

    @Override
    public @Nullable Object getMdc(String key) {
        return null;
    }

    @Override
    public void removeMdc(String key) {}

    @Override
    public Map<String, Object> getMdcMap() {
        return Map.of();
    }

    @Override
    public void clearNdc() {}

    @Override
    public @Nullable String getNdc() {
        return null;
    }

    @Override
    public int getNdcDepth() {
        return 0;
    }

    @Override
    public @Nullable String popNdc() {
        return null;
    }

    @Override
    public @Nullable String peekNdc() {
        return null;
    }

    @Override
    public void pushNdc(String message) {}

    @Override
    public void setNdcMaxDepth(int maxDepth) {}
}
