package dev.godwit.engine.problem;

import java.util.List;

/** What can keep a copy from one database to another: GW3120 to GW3129. */
public final class CopyProblems {

    private CopyProblems() {}

    public static EngineException sourceUnsettled(String version, String state) {
        return new EngineException(
                "GW3120",
                ("The source database has %s %s, so it is between two points of the chain. "
                                + "Finish that there by godwit:migrate, then copy.")
                        .formatted(version, state));
    }

    public static EngineException sourceEmpty() {
        return new EngineException(
                "GW3121",
                "The source database has no migration applied, so there is nothing to copy. Is godwit.from.url right?");
    }

    public static EngineException targetHasRows(String table) {
        return new EngineException(
                "GW3122",
                ("The target database has rows in %s already. Copy into an empty database, or say "
                                + "-Dgodwit.overwrite=true to delete the rows of all tables there first.")
                        .formatted(table));
    }

    public static EngineException targetElsewhere(List<String> missing, List<String> more) {
        return new EngineException(
                "GW3123",
                ("The target database is at another point of the chain than the source: it lacks %s and has %s besides. "
                                + "Copy into an empty database.")
                        .formatted(missing.isEmpty() ? "nothing" : missing, more.isEmpty() ? "nothing" : more));
    }

    public static EngineException differs(String table, List<String> rows) {
        return new EngineException(
                "GW3124",
                ("After the copy, %s is not the same on both sides: %s. Was the source written to meanwhile? Stop what "
                                + "writes to it, and run again with -Dgodwit.overwrite=true.")
                        .formatted(table, String.join("; ", rows)));
    }

    public static EngineException underWay(String table) {
        return new EngineException(
                "GW3125",
                ("Rows are being copied into this database (%s says so): its tables are not complete. "
                                + "Run the same godwit:copy again to finish it.")
                        .formatted(table));
    }
}
