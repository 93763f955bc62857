package dev.godwit.engine.execute;

import java.sql.SQLException;

/** A condition of a migration does not hold. */
final class Unfulfilled extends SQLException {

    private static final long serialVersionUID = 1L;

    private final String what;

    Unfulfilled(String what, String found) {
        super("%s: the query gives %s instead of 0".formatted(what, found));
        this.what = what;
    }

    String what() {
        return what;
    }
}
