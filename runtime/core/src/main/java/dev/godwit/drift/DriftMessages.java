package dev.godwit.drift;

import dev.godwit.introspect.Fact;
import java.util.Optional;

/** What is told of differences: GW3080 to GW3084. */
final class DriftMessages {

    private static final String MISSING = "GW3080";
    private static final String UNEXPECTED = "GW3081";
    private static final String CHANGED = "GW3082";
    private static final String RENAMED = "GW3083";
    private static final String NOT_PRINTED = "GW3084";

    private DriftMessages() {}

    static String code(Difference difference) {
        if (difference.found().isEmpty()) {
            return MISSING;
        }
        if (difference.expected().isEmpty()) {
            return UNEXPECTED;
        }
        return difference.isName() ? RENAMED : CHANGED;
    }

    static String text(Difference difference) {
        return what(difference) + ". " + wayOut(difference);
    }

    /** A table whose expected form the server would not create. */
    static String notPrinted(String subject, String said) {
        return "%s: %s could not be compared: the server refuses the form that history gives it (%s)."
                .formatted(NOT_PRINTED, subject, said);
    }

    /** What differs, and where, without what to do. */
    static String what(Difference difference) {
        Fact any = difference.expected().or(difference::found).orElseThrow();
        return place(any) + "expected " + side(difference.expected()) + ", found " + side(difference.found());
    }

    private static String place(Fact fact) {
        String owner = switch (fact.kind()) {
            case TABLE, SEQUENCE, TYPE -> fact.kind() + " " + fact.subject();
            default -> "table " + fact.subject();
        };
        String column = fact.column().isEmpty() ? "" : ", column " + fact.column();
        String aspect = switch (fact.kind()) {
            case TABLE, SEQUENCE, TYPE -> "";
            case COLUMN -> ", type";
            default -> ", " + fact.kind();
        };
        return owner + column + aspect + ": ";
    }

    private static String side(Optional<Fact> side) {
        return side.map(fact -> {
                    String name = fact.name().map(text -> text + " ").orElse("");
                    String text = (name + fact.definition()).strip();
                    return text.isEmpty() ? "it to be there" : text;
                })
                .orElse("nothing");
    }

    private static String wayOut(Difference difference) {
        return switch (code(difference)) {
            case MISSING -> "Put it back by hand: migrations count on it.";
            case UNEXPECTED ->
                "Take it away by hand; or take it over: into the entities, and into the migration as SQL that does nothing"
                        + " where it is there already, with its effect.";
            case RENAMED -> "Give it the expected name by hand: migrations find it by that.";
            default ->
                "Change it back by hand; or take it over: into the entities, and into the migration as SQL that does"
                        + " nothing where it is so already, with its effect.";
        };
    }
}
