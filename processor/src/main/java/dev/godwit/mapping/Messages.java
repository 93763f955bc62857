package dev.godwit.mapping;

import dev.godwit.mapping.Message.Severity;

/** Every message about a model, with its code. Codes are never used again for something else. */
public final class Messages {

    private Messages() {}

    public static Message noIdentifier(String entity) {
        return error(
                "GW1001",
                "Entity %s has no identifier. Annotate one of its attributes with @Id or @EmbeddedId.",
                entity);
    }

    public static Message notUnderstood(String what, String way) {
        return warning("GW1002", "%s is not understood, so the schema leaves it out. %s", what, way);
    }

    /** @param why as {@link dev.godwit.mapping.naming.UnusableStrategyException} says it */
    public static Message unusableNaming(String why) {
        return error("GW1101", "%s", why);
    }

    public static Message unknownConverterValues(String converter) {
        return warning(
                "GW1102",
                "What %s makes of the values cannot be read from its source, so the check that Hibernate puts on the"
                        + " column is missing. Write it as returns of literals, of fields or of getters.",
                converter);
    }

    private static Message error(String code, String text, Object... arguments) {
        return new Message(Severity.ERROR, code, text.formatted(arguments));
    }

    private static Message warning(String code, String text, Object... arguments) {
        return new Message(Severity.WARNING, code, text.formatted(arguments));
    }
}
