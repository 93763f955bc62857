package dev.godwit.engine.problem;

/** What can be wrong with Godwit's own tables: GW3020 to GW3029. */
public final class StoreProblems {

    private StoreProblems() {}

    public static EngineException newerTables(String table, int format, int own) {
        return new EngineException(
                "GW3020",
                "%s has format %d, and this version of Godwit reads format %d. Use the version that wrote it, or a later one."
                        .formatted(table, format, own));
    }

    public static EngineException newerRow(String table, String version, String godwit) {
        return new EngineException(
                "GW3020",
                "The row of %s in %s was written by Godwit %s, in a newer format. Use that version, or a later one."
                        .formatted(version, table, godwit));
    }

    public static EngineException damagedRow(String table, String version, String column, String value) {
        return new EngineException(
                "GW3021",
                ("The row of %s in %s has '%s' as %s, which Godwit did not write. "
                                + "Put back what was there before it was edited by hand.")
                        .formatted(version, table, value, column));
    }

    public static EngineException journalWithoutHistory(String version, String table) {
        return new EngineException(
                "GW3022",
                ("The journal says that %s was applied in full, but its row in %s is gone. "
                                + "Put the row back; to undo a migration use godwit:rollback.")
                        .formatted(version, table));
    }
}
