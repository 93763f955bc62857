package dev.godwit.engine;

import dev.godwit.change.DatabaseKind;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;

/** One empty database after another; on PostgreSQL one that is emptied, since creating them is slow there. */
final class Scratch implements AutoCloseable {

    private final DatabaseKind kind;
    private TestDatabase current;

    Scratch(DatabaseKind kind) throws SQLException {
        this.kind = kind;
        this.current = Databases.fresh(kind);
    }

    TestDatabase next() throws SQLException {
        if (kind == DatabaseKind.POSTGRESQL) {
            current.execute("drop schema public cascade", "create schema public");
        } else {
            current.close();
            current = Databases.fresh(kind);
        }
        return current;
    }

    @Override
    public void close() throws SQLException {
        current.close();
    }
}
