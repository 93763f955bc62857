package dev.godwit.processor;

import dev.godwit.mapping.Message;
import dev.godwit.mapping.Message.Severity;
import java.util.List;

/** What the processor itself has to say, apart from the mapping. Codes are never used again for something else. */
final class ProcessorMessages {

    private static final int SHOWN = 3;

    private ProcessorMessages() {}

    static Message inert() {
        return new Message(
                Severity.HINT,
                "GW1901",
                "No META-INF/godwit/schema.json belongs to this compilation, so Godwit compares nothing. In a module"
                        + " that holds entities, godwit:init writes one.");
    }

    static Message notGenerated() {
        return new Message(
                Severity.HINT,
                "GW1902",
                "Generated sources have no directory of their own here (javac -s), so PendingMigration.java is not"
                        + " written: beside the classes it would be released with them.");
    }

    static Message pending(List<String> changes) {
        return new Message(
                Severity.HINT,
                "GW1903",
                "The entities need a migration: %s. Review PendingMigration.java, then make it a committed one by"
                                .formatted(shortened(changes))
                        + " godwit:accept.");
    }

    private static String shortened(List<String> changes) {
        String first = String.join("; ", changes.subList(0, Math.min(SHOWN, changes.size())));
        return changes.size() <= SHOWN ? first : "%s; and %d more".formatted(first, changes.size() - SHOWN);
    }

    static Message snapshotMissing(String ledger) {
        return new Message(
                Severity.ERROR,
                "GW2501",
                "There are migrations (%s) but no META-INF/godwit/schema.json beside them. Restore it from version"
                                .formatted(ledger)
                        + " control; an empty one would make a migration that creates every table again.");
    }

    static Message ledgerMissing() {
        return new Message(
                Severity.ERROR,
                "GW2507",
                "There is a META-INF/godwit/schema.json but no META-INF/godwit/migrations beside it. Restore it from"
                        + " version control.");
    }

    static Message classGone(String version, String type) {
        return new Message(
                Severity.ERROR,
                "GW2502",
                ("Migration %s is in META-INF/godwit/migrations, but its class %s is gone. Restore its source file from"
                                + " version control: databases may have applied it.")
                        .formatted(version, type));
    }

    static Message ledgerDisagrees(String type, String stated, String committed) {
        return new Message(
                Severity.ERROR,
                "GW2503",
                ("%s says %s, but META-INF/godwit/migrations says %s. Restore the annotation, or move the migration by"
                                + " godwit:rebase.")
                        .formatted(type, stated, committed));
    }

    static Message notAVersion(String version) {
        return new Message(
                Severity.ERROR,
                "GW2504",
                "'%s' is no version. A version is a UTC time of the form yyyyMMddHHmmss.".formatted(version));
    }

    static Message optionUnreadable(String path) {
        return new Message(
                Severity.ERROR,
                "GW2505",
                "The option godwit.snapshot names %s, which cannot be read. Name the committed schema.json, or create it"
                                .formatted(path)
                        + " by godwit:init.");
    }

    static Message persistenceXmlUnreadable(String why) {
        return new Message(
                Severity.WARNING,
                "GW1904",
                "META-INF/persistence.xml cannot be read, so the classes it lists are not: %s. Correct it."
                        .formatted(why));
    }

    static Message classNotFound(String name) {
        return new Message(
                Severity.ERROR,
                "GW1905",
                ("%s belongs to the persistence unit (persistence.xml or godwit.entities), but is neither in this"
                                + " compilation nor on its class path. Correct the name, or add the dependency.")
                        .formatted(name));
    }

    static Message jarNotFound(String jar) {
        return new Message(
                Severity.ERROR,
                "GW1906",
                ("META-INF/persistence.xml names the jar %s, which is not found from here, so its entities are not known."
                                + " Name them by class in persistence.xml or in the option godwit.entities, or the"
                                + " package that they are in, as in com.example.*")
                        .formatted(jar));
    }

    static Message unexpected(Throwable failure) {
        return new Message(
                Severity.ERROR,
                "GW1999",
                ("Godwit failed unexpectedly: %s. Please report this with the entity that causes it; the stack trace is"
                                + " logged at level DEBUG of the logger dev.godwit.processor.")
                        .formatted(failure));
    }

    static Message unwritable(String file, Exception failure) {
        return new Message(
                Severity.ERROR,
                "GW2506",
                "%s cannot be written: %s. Is its directory writable?".formatted(file, failure));
    }
}
