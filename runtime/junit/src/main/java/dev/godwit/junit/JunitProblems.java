package dev.godwit.junit;

import java.sql.SQLException;
import java.util.Optional;

/** What can be wrong in a test of migrations. Codes are never used again for something else. */
final class JunitProblems {

    private JunitProblems() {}

    static IllegalStateException nothingNext(Optional<String> head) {
        return new IllegalStateException(
                "GW5090: There is no migration after %s.".formatted(head.orElse("the beginning; the ledger is empty")));
    }

    static IllegalStateException sql(String statement, SQLException cause) {
        return new IllegalStateException(
                "GW5091: The database refuses [%s]: %s".formatted(statement, cause.getMessage()), cause);
    }
}
