package dev.godwit.engine.problem;

/**
 * The engine stopped, with the database left as the last committed group left it.
 *
 * <p>The message says what is wrong, where, and what to do next; it begins with a stable code and is all that a user
 * needs to see.
 */
public final class EngineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code stable, such as {@code GW3010}
     * @param text the message without the code
     */
    public EngineException(String code, String text) {
        super(code + ": " + text);
        this.code = code;
    }

    /**
     * @param code stable, such as {@code GW3010}
     * @param text the message without the code
     * @param cause what the driver or the migration threw
     */
    public EngineException(String code, String text, Throwable cause) {
        super(code + ": " + text, cause);
        this.code = code;
    }

    /** The stable code, such as {@code GW3010}. */
    public String code() {
        return code;
    }
}
