package dev.godwit.tool;

/** A goal cannot do what was asked; the message begins with a code and says what to do next. */
public final class ToolException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ToolException(String code, String text) {
        super(code + ": " + text);
    }

    ToolException(String code, String text, Throwable cause) {
        super(code + ": " + text, cause);
    }
}
