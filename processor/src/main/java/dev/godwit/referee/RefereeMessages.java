package dev.godwit.referee;

import dev.godwit.mapping.Message;
import dev.godwit.mapping.Message.Severity;

/** What the referee has to say. Codes are never used again for something else. */
final class RefereeMessages {

    private RefereeMessages() {}

    static Message disagreement(Severity severity, String version, Disagreement disagreement) {
        return new Message(
                severity,
                "GW2301",
                ("Hibernate %s expects another schema. %s. State the type at the attribute (@JdbcTypeCode,"
                                + " columnDefinition) if it is of your own making; docs/fidelity.md says how to turn"
                                + " this into a warning or to leave a table out.")
                        .formatted(version, disagreement));
    }

    static Message cannotBoot(String version, String cause) {
        return new Message(
                Severity.WARNING,
                "GW2302",
                ("Hibernate %s could not build its mapping of this model outside of the application, so nothing was"
                                + " compared with it: %s")
                        .formatted(version, cause));
    }

    static Message unknownLine(String version) {
        return new Message(
                Severity.WARNING,
                "GW2303",
                "Hibernate %s is on the class path, and only 6.6 and 7 can be compared with. Nothing was compared."
                        .formatted(version));
    }

    static Message noHibernate() {
        return new Message(
                Severity.HINT,
                "GW2304",
                "Hibernate is not on the class path, so the schema was not compared with what it would create.");
    }

    static Message otherLine(String version, String line) {
        return new Message(
                Severity.WARNING,
                "GW2305",
                ("The settings in schema.json say that Hibernate is %s, but %s is on the class path. Correct the"
                                + " setting, or the dependency.")
                        .formatted(line, version));
    }
}
