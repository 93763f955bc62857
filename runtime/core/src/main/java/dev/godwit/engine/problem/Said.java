package dev.godwit.engine.problem;

import java.util.Optional;

/** What a driver or a migration said, as part of a sentence. */
public final class Said {

    private Said() {}

    public static String by(Throwable cause) {
        String text = Optional.ofNullable(cause.getMessage())
                .filter(message -> !message.isBlank())
                .orElseGet(() -> cause.getClass().getName());
        String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
