package dev.godwit.change;

/** A change does not fit the schema that it is applied to. */
public final class PreconditionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what is missing or in the way, with names, as a sentence */
    public PreconditionException(String message) {
        super(message);
    }
}
