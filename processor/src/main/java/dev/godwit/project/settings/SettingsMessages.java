package dev.godwit.project.settings;

import dev.godwit.mapping.Message;
import dev.godwit.mapping.Message.Severity;
import java.nio.file.Path;
import java.util.Collection;

/** What can be wrong with the settings that a project states. Codes are never used again for something else. */
final class SettingsMessages {

    private SettingsMessages() {}

    static Message unreadable(Path file, UnreadableFileException cause) {
        return warning("GW2401", "%s cannot be read, so its settings do not count: %s", file, cause.why());
    }

    static Message unknownValue(Stated stated, String allowed) {
        return warning(
                "GW2402",
                "%s says %s=%s, which is no value of it; it takes %s. It is left out. Correct it there, or state it in"
                        + " schema.json.",
                stated.where(),
                stated.key(),
                stated.value(),
                allowed);
    }

    static Message contradiction(Stated taken, Stated other) {
        return warning(
                "GW2403",
                "%s is %s in %s, and %s in %s. Godwit takes the first. Keep one of them, or state it in schema.json.",
                taken.key(),
                taken.value(),
                taken.where(),
                other.value(),
                other.where());
    }

    static Message placeholder(Stated stated) {
        return warning(
                "GW2404",
                "%s says %s=%s, and what stands for the placeholder is only known at run time. It is left out. State it"
                        + " in schema.json.",
                stated.where(),
                stated.key(),
                stated.value());
    }

    static Message unknownLine(String version, String taken) {
        return warning(
                "GW2405",
                "Hibernate %s is on the class path, and only the rules of 6.6 and 7 are known. Those of %s are taken, so"
                        + " the schema may differ from what Hibernate expects.",
                version,
                taken);
    }

    static Message noProvider(Stated stated) {
        return warning(
                "GW2406",
                "%s says %s=%s, and no Bean Validation provider is on the class path; Hibernate will not start. Add"
                        + " org.hibernate.validator:hibernate-validator.",
                stated.where(),
                stated.key(),
                stated.value());
    }

    static Message ownStrategy(Stated stated) {
        return warning(
                "GW2407",
                "%s names the strategy %s, and no jar of the class path holds it. A class of this module cannot be run"
                        + " while the module compiles: move it into a module of its own, and that beside"
                        + " godwit-processor (annotationProcessorPaths).",
                stated.where(),
                stated.value());
    }

    static Message changed(Collection<String> differences) {
        return warning(
                "GW2408",
                "The project's settings are no longer those that schema.json records, which still decide the mapping:"
                        + " %s. Take them over into schema.json, or leave them there on purpose.",
                String.join("; ", differences));
    }

    static Message severalUnits(String where, String taken) {
        return warning(
                "GW2409",
                "%s has several persistence units. Their settings differ, and those of %s are taken. State the settings"
                        + " in schema.json.",
                where,
                taken);
    }

    private static Message warning(String code, String text, Object... arguments) {
        return new Message(Severity.WARNING, code, text.formatted(arguments));
    }
}
