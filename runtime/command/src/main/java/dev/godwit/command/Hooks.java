package dev.godwit.command;

import dev.godwit.engine.Hook;
import dev.godwit.engine.Options;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What users have run before and after a run: a file of SQL statements ({@code grants.sql}), or a command of the
 * system's shell.
 *
 * @param before {@code godwit.before}
 * @param after {@code godwit.after}
 */
public record Hooks(Optional<String> before, Optional<String> after) {

    /**
     * @param directory where files are and commands start
     * @param output hears each line that a command writes
     * @throws CommandException when a file cannot be read
     */
    public Options over(Options options, Database database, Path directory, Consumer<String> output) {
        Options with = before.map(given -> options.withBefore(hook("before", given, database, directory, output)))
                .orElse(options);
        return after.map(given -> with.withAfter(hook("after", given, database, directory, output)))
                .orElse(with);
    }

    private static Hook hook(String name, String given, Database database, Path directory, Consumer<String> output) {
        String text = given.strip();
        return text.toLowerCase(Locale.ROOT).endsWith(".sql")
                ? HookScript.read(name, directory.resolve(text))
                : new HookCommand(name, text, database, directory, output);
    }
}
