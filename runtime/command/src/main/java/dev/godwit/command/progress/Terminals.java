package dev.godwit.command.progress;

import java.io.Console;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out whether this process talks to a terminal. */
public final class Terminals {

    private Terminals() {}

    /** @param environment such as {@link System#getenv()} */
    public static boolean isTerminal(Map<String, String> environment) {
        return !environment.containsKey("CI")
                && !"dumb".equals(environment.getOrDefault("TERM", "dumb"))
                && isTerminal(System.console());
    }

    /** From Java 22 on there is a console without a terminal too, which says so by a method that 17 does not have. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
