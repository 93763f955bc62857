package dev.godwit.command;

/** How a goal tells its result. */
public enum OutputFormat {
    TEXT,
    JSON;

    /** The format of {@code godwit.format}. @throws CommandException when there is none of this name */
    public static OutputFormat of(String name) {
        return Parameters.oneOf(OutputFormat.class, "format", name);
    }
}
