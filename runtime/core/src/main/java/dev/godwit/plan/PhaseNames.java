package dev.godwit.plan;

import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.Locale;

/** The reserved names of what stands between expand and contract: triggers, functions, sequences, indexes. */
public final class PhaseNames {

    /** What every reserved name begins with, in lower case; a trigger's name may have letters before it. */
    public static final String PREFIX = "godwit_phase_";

    /** The shortest limit of the databases that Godwit knows, less what a trigger's name has before it. */
    private static final int MAX_LENGTH = 56;

    private PhaseNames() {}

    /**
     * A reserved name.
     *
     * @param table that the thing belongs to
     * @param origin tells the thing from the others of its table
     * @param original the name of what it serves, for those who read the database
     */
    public static Identifier of(QualifiedName table, String origin, Identifier original) {
        String readable = original.text().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "");
        String name = PREFIX + KeptNames.hash(table + "|" + origin) + "_" + readable;
        return new Identifier(name.length() <= MAX_LENGTH ? name : name.substring(0, MAX_LENGTH), false);
    }

    /** Whether a name, as a database's catalog has it, is one of these. */
    public static boolean isReserved(String catalogName) {
        return catalogName.toLowerCase(Locale.ROOT).contains(PREFIX);
    }
}
