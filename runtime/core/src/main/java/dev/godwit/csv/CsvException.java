package dev.godwit.csv;

/** A text is no CSV. */
public final class CsvException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;

    /** @param message what is wrong, without an end */
    CsvException(int line, String message) {
        super(message);
        this.line = line;
    }

    /** Where, from 1. */
    public int line() {
        return line;
    }
}
