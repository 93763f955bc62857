package dev.godwit.engine.problem;

import java.sql.SQLException;
import java.util.Optional;

/** What can be wrong with the way to the database: GW3000 to GW3009, GW3060 to GW3069. */
public final class ConnectionProblems {

    private ConnectionProblems() {}

    public static EngineException unreachable(SQLException cause) {
        return new EngineException(
                "GW3001",
                "The database cannot be reached: %s. Check the URL, that the server runs, and that its JDBC driver is on the class path."
                        .formatted(Said.by(cause)),
                cause);
    }

    public static EngineException notLetIn(SQLException cause) {
        return new EngineException(
                "GW3002",
                "The database refuses the user or the password: %s. Check both; the password is not shown here."
                        .formatted(Said.by(cause)),
                cause);
    }

    public static EngineException noDatabase(SQLException cause) {
        return new EngineException(
                "GW3003",
                "There is no such database or schema: %s. Create it first; Godwit creates tables only."
                        .formatted(Said.by(cause)),
                cause);
    }

    public static EngineException noSchema(String database, Optional<String> wanted) {
        return new EngineException(
                "GW3003",
                ("On %s there is no schema %s. Create the schema first, or name one that exists by godwit.schema; "
                                + "Godwit creates tables only.")
                        .formatted(database, wanted.orElse("where new tables would go")));
    }

    public static EngineException fileInUse(SQLException cause, long seconds) {
        return new EngineException(
                "GW3004",
                ("Another process kept the database file open for %d s: %s. Stop that process, "
                                + "or connect through a server that both use.")
                        .formatted(seconds, Said.by(cause)),
                cause);
    }

    public static EngineException lost(String during, SQLException cause) {
        return new EngineException(
                "GW3005",
                ("The connection was lost during %s: %s. What was committed stays, and nothing has to be cleaned up: "
                                + "run the same command again once the database can be reached.")
                        .formatted(during, Said.by(cause)),
                cause);
    }

    public static EngineException notAllowed(String during, SQLException cause) {
        return new EngineException(
                "GW3006",
                ("The database does not allow this user %s: %s. Grant the privilege, or connect as the user that owns "
                                + "the schema, and run again.")
                        .formatted(during, Said.by(cause)),
                cause);
    }

    public static EngineException readOnly(String during, SQLException cause) {
        return new EngineException(
                "GW3007",
                ("The database takes no changes during %s: %s. Connect to the primary server, as a user whose "
                                + "transactions are not read only, and run again.")
                        .formatted(during, Said.by(cause)),
                cause);
    }

    public static EngineException full(String during, SQLException cause) {
        return new EngineException(
                "GW3008",
                "The database has no room left during %s: %s. Make room and run again: it goes on where it was."
                        .formatted(during, Said.by(cause)),
                cause);
    }

    public static EngineException secondConnection(String database, SQLException cause) {
        return new EngineException(
                "GW3009",
                ("%s needs a second connection for the lock, and the data source does not give one: %s. "
                                + "Let the pool hold at least two connections.")
                        .formatted(database, Said.by(cause)),
                cause);
    }

    /** Whatever else a database says outside the steps of a migration. */
    public static EngineException unexpected(String during, SQLException cause) {
        return new EngineException(
                "GW3060",
                "The database refused %s: %s. Nothing was changed by this.".formatted(during, Said.by(cause)),
                cause);
    }
}
