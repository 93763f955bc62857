package dev.godwit.engine.execute;

import java.sql.SQLException;

/** The database refused to commit what it had accepted statement by statement. */
final class CommitFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SQLException error;

    CommitFailure(SQLException error) {
        super(error);
        this.error = error;
    }

    SQLException error() {
        return error;
    }
}
