package dev.godwit.mapping.naming;

/** A naming strategy that the settings name cannot be used; the message says why and what to do. */
public final class UnusableStrategyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String strategy;

    UnusableStrategyException(String strategy, String message) {
        super(message);
        this.strategy = strategy;
    }

    UnusableStrategyException(String strategy, String message, Throwable cause) {
        super(message, cause);
        this.strategy = strategy;
    }

    /** The strategy as the settings name it. */
    public String strategy() {
        return strategy;
    }
}
