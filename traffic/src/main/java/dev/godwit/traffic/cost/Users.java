package dev.godwit.traffic.cost;

import static dev.godwit.Types.bigint;
import static dev.godwit.Types.varchar;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.engine.Engine;
import dev.godwit.engine.Options;
import dev.godwit.engine.Phase;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.ledger.Fingerprint;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.Version;
import dev.godwit.recording.Recording;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Optional;

/** A table of users with a name each, in a database of its own. */
final class Users {

    private static final int PER_STATEMENT = 1000;

    private final TestDatabase database;

    private Users(TestDatabase database) {
        this.database = database;
    }

    /** @param expanded whether {@code name} is just being renamed to {@code full_name} */
    static Users in(TestDatabase database, boolean expanded) throws SQLException {
        Users users = new Users(database);
        Ledger ledger = plus(Ledger.EMPTY, 1, new Begin());
        users.migrate(ledger);
        if (expanded) {
            users.fill(1);
            users.migrate(plus(ledger, 2, new Rename()));
        }
        return users;
    }

    private static Ledger plus(Ledger ledger, int number, Migration migration) {
        Recording recording = Recording.of(migration);
        return ledger.plus(
                new Version("20260101%06d".formatted(number)),
                migration.getClass().getName(),
                Fingerprint.of(recording.up(), recording.down()));
    }

    private void migrate(Ledger ledger) {
        Engine.of(
                        new MigrationSource(ledger, Users.class.getClassLoader()),
                        database::connect,
                        Options.DEFAULT.withPhase(Phase.EXPAND).withListener(event -> {}))
                .migrate(Optional.empty());
    }

    Connection connect() throws SQLException {
        return database.connect();
    }

    /** So many users without a name, and none else, as on a table that was just loaded. */
    void fill(int rows) throws SQLException {
        database.execute("truncate table users");
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            for (int done = 0; done < rows; done += PER_STATEMENT) {
                int now = Math.min(PER_STATEMENT, rows - done);
                String values = String.join(", ", Collections.nCopies(now, "(?)"));
                try (PreparedStatement insert =
                        connection.prepareStatement("insert into users (id) values " + values)) {
                    for (int i = 1; i <= now; i++) {
                        insert.setLong(i, done + i);
                    }
                    insert.executeUpdate();
                }
            }
            connection.commit();
        }
        database.execute(
                switch (database.kind()) {
                    case POSTGRESQL -> "vacuum analyze users";
                    case MARIADB, MYSQL -> "analyze table users";
                    case H2 -> "analyze";
                });
    }

    public static final class Begin implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "users",
                    t -> t.column("id", bigint().notNull())
                            .column("name", varchar(255))
                            .primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("users");
        }
    }

    public static final class Rename implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("users").renameColumn("name", "full_name");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("users").renameColumn("full_name", "name");
        }
    }
}
