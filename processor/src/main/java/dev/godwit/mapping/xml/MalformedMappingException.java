package dev.godwit.mapping.xml;

/** A mapping file that cannot be understood as a whole. */
final class MalformedMappingException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;

    MalformedMappingException(int line, String why) {
        super(why);
        this.line = line;
    }

    /** Where, from 1. */
    int line() {
        return line;
    }
}
