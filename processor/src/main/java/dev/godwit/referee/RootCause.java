package dev.godwit.referee;

import java.util.Optional;

/** What is at the bottom of a failure, in a sentence instead of a stack trace. */
final class RootCause {

    private RootCause() {}

    static String sentence(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String name = root.getClass().getSimpleName();
        String text = Optional.ofNullable(root.getMessage())
                .map(message -> name + ": " + message.strip().replaceAll("\\s+", " "))
                .orElse(name);
        return text.endsWith(".") ? text : text + ".";
    }
}
