package dev.godwit.traffic.load;

import dev.godwit.change.DatabaseKind;
import java.util.List;
import java.util.Locale;

/** A database, as a process is told of it. */
public record Place(String url, String user, String password) {

    public List<String> arguments() {
        return List.of(url, user, password);
    }

    /** What the URL names. */
    public DatabaseKind kind() {
        return DatabaseKind.valueOf(url.split(":")[1].toUpperCase(Locale.ROOT));
    }

    /** @param arguments as {@link #arguments} gives them, with others behind */
    public static Place of(String... arguments) {
        return new Place(arguments[0], arguments[1], arguments[2]);
    }

    /**
     * As an application connects. PostgreSQL's driver asks for generated keys by {@code returning *}: once such a
     * statement is prepared on the server it fails when the table gets another column, unless the driver repeats it.
     */
    Place ofApplications() {
        return url.startsWith("jdbc:postgresql:")
                ? new Place(url + "?autosave=" + System.getProperty("autosave", "conservative"), user, password)
                : this;
    }
}
