package dev.godwit.tool;

import dev.godwit.command.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One of the two sides of an unresolved merge in a text, as git marks them. */
public enum MergeSide {
    OURS,
    THEIRS;

    private static final String BEGIN = "<<<<<<< ";
    private static final String BASE = "||||||| ";
    private static final String MIDDLE = "=======";
    private static final String END = ">>>>>>> ";

    /** {@code godwit.first}. @throws dev.godwit.command.CommandException when it is none of the two */
    public static Optional<MergeSide> of(Optional<String> name) {
        return name.map(given -> Parameters.oneOf(MergeSide.class, "first", given));
    }

    static boolean isMarked(String text) {
        return text.lines().anyMatch(line -> line.startsWith(BEGIN));
    }

    /** The text as this side has it. */
    String of(String text) {
        List<String> lines = new ArrayList<>();
        Optional<MergeSide> within = Optional.empty();
        boolean base = false;
        for (String line : text.lines().toList()) {
            if (line.startsWith(BEGIN)) {
                within = Optional.of(OURS);
            } else if (within.isPresent() && line.startsWith(BASE)) {
                base = true;
            } else if (within.isPresent() && line.equals(MIDDLE)) {
                within = Optional.of(THEIRS);
                base = false;
            } else if (within.isPresent() && line.startsWith(END)) {
                within = Optional.empty();
            } else if (!base && within.map(this::equals).orElse(true)) {
                lines.add(line);
            }
        }
        return String.join("\n", lines) + "\n";
    }
}
