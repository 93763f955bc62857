package dev.godwit.dialect.phased;

import dev.godwit.dialect.DialectException;
import java.util.List;

/** What is refused, and what is asked, where a running version of an application is to be spared. */
public final class PhasedRefusals {

    private static final String AT_ONCE =
            "say -Dgodwit.phase=all, which does everything at once, at a time when no version of the application runs";

    private PhasedRefusals() {}

    /** Something that two versions of an application cannot live with at once. */
    public static DialectException cannot(String what, String why) {
        return new DialectException(
                "GW3150",
                "The running version cannot be spared while %s: %s. Nothing was executed. Either %s, or take the change apart: add what is new in one migration, and drop what is old in a later one."
                        .formatted(what, why, AT_ONCE));
    }

    /** Rows in which the two sides say different things. */
    public static String apart(Twins twins) {
        return """
                GW3152: %s are kept in step, and in the rows listed here they say different things, so nothing tells which \
                of them is right. Nothing was contracted. Set one of the two in these rows to what is right: the other \
                follows. If rows go apart again, look for a trigger that writes one of the two.""".formatted(twins.subject());
    }

    /** Triggers that somebody else has put on the table and that name the column. */
    public static String triggersName(Twins twins) {
        return """
                GW3153: The triggers listed here name %s, and would know nothing of its new name. Nothing was executed. \
                Drop them by schema.sql("drop trigger …") and make them anew in the migration, or, where they stand \
                outside Godwit, drop them until the migration has contracted.""".formatted(twins.watched());
    }

    /** A privilege that triggers need. */
    public static String mayNotCreateTriggers(Twins twins, String missing) {
        return """
                GW3156: %s have to be kept in step by triggers, and this user may not create them: %s. Nothing was \
                executed. Have it granted, or %s.""".formatted(twins.subject(), missing, AT_ONCE);
    }

    /** A change for which something has to be said in the way back. */
    public static DialectException needsWayBack(String what, List<String> lines) {
        return new DialectException(
                "GW3155",
                "%s: while two versions run, values go both ways, and nothing says how an old value comes from a new one. Nothing was executed. Say so in the migration's down(): %s (and seal it by godwit:accept -Dgodwit.edited=<version>), or %s."
                        .formatted(what, String.join(" ", lines), AT_ONCE));
    }
}
