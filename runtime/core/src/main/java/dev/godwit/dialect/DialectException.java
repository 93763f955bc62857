package dev.godwit.dialect;

/** A change cannot be carried out on a database, whatever its state. */
public final class DialectException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code stable, such as {@code GW3101}
     * @param text what is wrong, where, and what to do next, without the code
     */
    public DialectException(String code, String text) {
        super(code + ": " + text);
        this.code = code;
    }

    /** The stable code, such as {@code GW3101}. */
    public String code() {
        return code;
    }
}
