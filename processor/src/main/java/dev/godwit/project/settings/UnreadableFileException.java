package dev.godwit.project.settings;

/** A file that is there and cannot be understood. */
final class UnreadableFileException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param why a sentence, with the position within the file where that is known */
    UnreadableFileException(String why, Throwable cause) {
        super(why, cause);
    }

    String why() {
        String text = String.valueOf(getMessage()).strip().replaceAll("\\s+", " ");
        return text.endsWith(".") ? text : text + ".";
    }
}
