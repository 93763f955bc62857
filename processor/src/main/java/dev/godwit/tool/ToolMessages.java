package dev.godwit.tool;

import dev.godwit.command.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What can be wrong with a goal's parameters and surroundings. Codes are never used again for something else. */
public final class ToolMessages {

    static final String SOURCES_DO_NOT_COMPILE = "GW5011";

    /** The most changes that a message lists. */
    private static final int SHOWN = 3;

    private ToolMessages() {}

    public static ToolException notAPackage(String value) {
        return new ToolException(
                "GW5005",
                "godwit.package=%s is no package name. Use one such as com.example.migrations.".formatted(value));
    }

    static ToolException noCompiler() {
        return new ToolException(
                "GW5010",
                "This Java runtime has no compiler, and the model is read from source files. Run the build with a JDK"
                        + " (JAVA_HOME).");
    }

    static ToolException sourcesDoNotCompile(String diagnostics) {
        return new ToolException(SOURCES_DO_NOT_COMPILE, "The sources do not compile:%n%s".formatted(diagnostics));
    }

    static ToolException migrationNotCompiled(String diagnostics) {
        return new ToolException("GW5012", "Migrations do not compile:%n%s".formatted(diagnostics));
    }

    static ToolException migrationNotLoadable(String type, Throwable cause) {
        return new ToolException(
                "GW5013",
                ("Migration %s, which the ledger names, cannot be loaded: %s. Is its source file there, with a public"
                                + " constructor without parameters?")
                        .formatted(type, cause instanceof ExceptionInInitializerError ? cause.getCause() : cause),
                cause);
    }

    static ToolException noMigrationInfo(String type, String why) {
        return new ToolException(
                "GW5015",
                "%s needs a @MigrationInfo with the version that its name begins with: %s.".formatted(type, why));
    }

    public static ToolException squashWithoutTo() {
        return new ToolException(
                "GW5006",
                "godwit.to is missing: -Dgodwit.to=<version> names the last migration to fold. godwit:status lists them.");
    }

    public static ToolException missingParameter(String parameter, String example) {
        return new ToolException(
                "GW5007", "godwit.%s is missing: -Dgodwit.%s=%s.".formatted(parameter, parameter, example));
    }

    static ToolException noSource(String type) {
        return new ToolException(
                "GW5017",
                "The source file of %s, which is to change or to go, is not among this module's sources. Restore it from version control."
                        .formatted(type));
    }

    static ToolException squashDiffers(String database, Object difference) {
        return new ToolException(
                "GW5018",
                ("On %s the squash makes another schema than the migrations that it replaces (- theirs, + the squash's);"
                                + " nothing is written:%n%s%nRaw SQL whose effect is declared wrongly is a likely reason.")
                        .formatted(database, difference));
    }

    static ToolException scratchFails(String database, String why) {
        return new ToolException(
                "GW5019",
                ("The squash cannot be tried on %s: %s. Nothing is written. Name a scratch database of the kind that the"
                                + " migrations are for, where schemas may be created, by -Dgodwit.url=jdbc:….")
                        .formatted(database, why));
    }

    /** @param files those with the marks of a merge */
    static ToolException unresolvedMerge(String files) {
        return new ToolException(
                "GW5016",
                ("%s holds the marks of an unresolved merge. Which side's migrations stay where they are? Say so by"
                                + " -Dgodwit.first=ours or -Dgodwit.first=theirs (the side that is on the main branch:"
                                + " theirs when that is merged into yours, ours when yours is rebased), and the other"
                                + " side's are put behind them.")
                        .formatted(files));
    }

    static ToolException recordsOtherwise(String type) {
        return new ToolException(
                "GW5014",
                "%s, as it would be written, does not record the changes that it is made from. Nothing is written. Please report this."
                        .formatted(type));
    }

    /** @param changes what the entities still need */
    public static Problem pending(List<String> changes) {
        return new Problem(
                "GW5040",
                "The entities need a migration that is not accepted: %s. Review PendingMigration.java, then make it a committed one by godwit:accept."
                        .formatted(shortened(changes)));
    }

    private static String shortened(List<String> changes) {
        String first = String.join("; ", changes.subList(0, Math.min(SHOWN, changes.size())));
        return changes.size() <= SHOWN ? first : "%s; and %d more".formatted(first, changes.size() - SHOWN);
    }

    static ToolException repeatableName(String file, List<String> variants) {
        return new ToolException(
                "GW5060",
                "%s is not named like a repeatable: a name that begins with a letter and goes on with letters, digits, _ and -, then, where it is for one database only, a dot and one of %s, then .sql. Rename it."
                        .formatted(file, String.join(", ", variants.subList(1, variants.size()))));
    }

    /** Repeatables whose text the ledger does not have. */
    public static Problem repeatablesPending(List<String> changed, List<String> gone) {
        List<String> parts = new ArrayList<>();
        if (!changed.isEmpty()) {
            parts.add("the text of %s is new".formatted(String.join(", ", changed)));
        }
        if (!gone.isEmpty()) {
            parts.add("the file of %s is gone".formatted(String.join(", ", gone)));
        }
        return new Problem(
                "GW5061",
                "Repeatables are not accepted: %s. Seal them by godwit:accept."
                        .formatted(String.join(", and ", parts)));
    }

    static ToolException unreadable(Path file, Throwable cause) {
        return new ToolException("GW5030", "%s cannot be read: %s".formatted(file, cause), cause);
    }

    static ToolException unwritable(Path file, Throwable cause) {
        return new ToolException(
                "GW5031", "%s cannot be written: %s. Is its directory writable?".formatted(file, cause), cause);
    }

    static ToolException missing(String file, String other) {
        return new ToolException(
                "GW5032", "%s is missing, while %s is there. Restore it from version control.".formatted(file, other));
    }
}
