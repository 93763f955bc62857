package shop;

import java.util.Locale;

/** What a migration uses of the application's own code. */
final class Capitals {

    private Capitals() {}

    static String of(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
