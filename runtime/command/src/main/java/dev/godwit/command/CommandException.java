package dev.godwit.command;

/** A command cannot do what was asked; the message begins with a code and says what to do next. */
public final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandException(String code, String text) {
        super(code + ": " + text);
    }
}
