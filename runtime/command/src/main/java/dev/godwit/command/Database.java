package dev.godwit.command;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the database is. The text form leaves the password out.
 *
 * @param schema the schema to work in; empty: the connection's own
 */
public record Database(String url, Optional<String> user, Optional<String> password, Optional<String> schema) {

    private static final String PREFIX = "jdbc:";

    public Database {
        if (!url.startsWith(PREFIX)) {
            throw CommandMessages.notAUrl(withoutSecrets(url));
        }
    }

    /**
     * The database that parameters name, or else the environment, or else the build tool's own store of credentials.
     *
     * @param parameter value of {@code godwit.<name>}; the names are url, user, password and schema
     * @param environment such as {@link System#getenv()}
     * @param stored values that the build tool keeps, by the same names
     * @return empty when no URL is given
     * @throws CommandException when the URL is none
     */
    public static Optional<Database> find(
            Function<String, Optional<String>> parameter,
            Map<String, String> environment,
            Function<String, Optional<String>> stored) {
        Function<String, Optional<String>> value = name -> parameter
                .apply(name)
                .or(() -> Optional.ofNullable(environment.get("GODWIT_" + name.toUpperCase(Locale.ROOT))))
                .or(() -> stored.apply(name))
                .filter(text -> !text.isBlank());
        return value.apply("url")
                .map(url -> new Database(url, value.apply("user"), value.apply("password"), value.apply("schema")));
    }

    /**
     * The database that rows are copied from, by {@code godwit.from.<name>} or {@code GODWIT_FROM_<NAME>}.
     *
     * @throws CommandException when no URL is given, or the URL is none
     */
    public static Database source(Function<String, Optional<String>> parameter, Map<String, String> environment) {
        return find(
                        name -> parameter
                                .apply("from." + name)
                                .or(() -> Optional.ofNullable(
                                        environment.get("GODWIT_FROM_" + name.toUpperCase(Locale.ROOT)))),
                        Map.of(),
                        name -> Optional.empty())
                .orElseThrow(CommandMessages::noSource);
    }

    /** The database that is given. @throws CommandException when none is */
    public static Database require(Optional<Database> found) {
        return found.orElseThrow(CommandMessages::noUrl);
    }

    /** The URL as it may be shown: parameters of many drivers can hold a password. */
    public String display() {
        return withoutSecrets(url);
    }

    private static String withoutSecrets(String url) {
        return url.replaceAll("(?i)(password|passwd|pwd|secret|token|passphrase)([^=&;?/]*)=[^&;]*", "$1$2=***")
                .replaceAll("//[^/@:]+:[^@]*@", "//***@");
    }

    @Override
    public String toString() {
        return display();
    }
}
