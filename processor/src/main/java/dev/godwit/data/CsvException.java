package dev.godwit.data;

/** A text is no CSV. */
final class CsvException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;

    /** @param message what is wrong, without an end */
    CsvException(int line, String message) {
        super(message);
        this.line = line;
    }

    int line() {
        return line;
    }
}
