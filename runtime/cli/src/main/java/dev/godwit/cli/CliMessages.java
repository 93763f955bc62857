package dev.godwit.cli;

import java.nio.file.Path;

/** What can be wrong with the use of the command line. Codes are never used again for something else. */
final class CliMessages {

    private CliMessages() {}

    static String misused(String what, String command) {
        return "GW5070: %s See '%s --help'.".formatted(what.endsWith(".") ? what : what + ".", command);
    }

    static CliException noApplication(Path path) {
        return new CliException(
                "GW5071",
                ("%s is not there. Name the application's jar or war, or a directory of classes, by --app or"
                                + " GODWIT_APP.")
                        .formatted(path));
    }

    static CliException unreadable(Path path, Exception cause) {
        return new CliException("GW5072", "%s cannot be read: %s".formatted(path, cause), cause);
    }

    static CliException leadsOutside(Path path, String entry) {
        return new CliException(
                "GW5073", "%s holds the entry %s, which leads outside of it. It is not read.".formatted(path, entry));
    }
}
