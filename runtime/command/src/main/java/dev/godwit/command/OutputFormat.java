package dev.godwit.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How a goal tells its result. */
public enum OutputFormat {
    TEXT,
    JSON,
    /** A script, of a plan only. */
    SQL;

    /** The format of {@code godwit.format}. @throws CommandException when there is none of this name */
    public static OutputFormat of(String name) {
        return of(name, TEXT, JSON);
    }

    /** The format of a plan. @throws CommandException when there is none of this name */
    public static OutputFormat ofPlan(String name) {
        return of(name, values());
    }

    private static OutputFormat of(String name, OutputFormat... known) {
        List<String> names = Stream.of(known)
                .map(format -> format.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!names.contains(name)) {
            throw CommandMessages.unknownValue("format", name, names);
        }
        return known[names.indexOf(name)];
    }
}
