package dev.godwit.tool;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a goal tells its result. */
public enum OutputFormat {
    TEXT,
    JSON;

    /** The format of {@code godwit.format}. @throws ToolException when there is none of this name */
    public static OutputFormat of(String name) {
        List<String> known = Arrays.stream(values())
                .map(format -> format.name().toLowerCase(Locale.ROOT))
                .toList();
        int index = known.indexOf(name);
        if (index < 0) {
            throw ToolMessages.unknownValue("format", name, known);
        }
        return values()[index];
    }
}
