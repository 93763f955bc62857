package dev.godwit.cli;

/** The application named on the command line cannot be used; the message begins with a code. */
final class CliException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CliException(String code, String text) {
        super(code + ": " + text);
    }

    CliException(String code, String text, Throwable cause) {
        super(code + ": " + text, cause);
    }
}
