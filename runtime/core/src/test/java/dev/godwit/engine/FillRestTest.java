package dev.godwit.engine;

import static dev.godwit.Types.bigint;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.event.Event;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The statement behind the batches of a backfill: it fills what came in, and leaves alone what has no value to get. */
class FillRestTest {

    public static final class Users implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "users",
                    t -> t.column("id", bigint().notNull())
                            .column("name", varchar(40))
                            .column("label", varchar(40))
                            .primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("users");
        }
    }

    public static final class Label implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("users").backfill("label", "upper(name)");
        }

        @Override
        public void down(SchemaChanges schema) {}
    }

    /** MariaDB locks the rows that it looks at, whatever becomes of them. */
    @Test
    void waitsForNoRowThatHasNoValueToGet() throws SQLException {
        try (TestDatabase database = Databases.fresh(DatabaseKind.POSTGRESQL)) {
            Quiet.engine(Ledgers.of(Users.class), database).migrate(Optional.empty());
            database.execute("insert into users (id, name) values (1, 'a'), (5, 'b'), (6, null)");
            try (Connection client = database.connect();
                    Statement statement = client.createStatement()) {
                client.setAutoCommit(false);
                Options options = Quiet.OPTIONS.withListener(event -> {
                    if (event instanceof Event.StepEnded ended
                            && ended.step().description().startsWith("give rows a value")) {
                        meanwhile(database, statement);
                    }
                });

                Engine.of(Ledgers.of(Users.class, Label.class), ConnectionSource.of(database.dataSource()), options)
                        .migrate(Optional.empty());
            }
            assertThat(Rows.of(database, "select id, label from users order by id"))
                    .containsExactly("1|A", "3|C", "5|B", "6|null");
        }
    }

    /** One row comes in behind the batches' back, and one without a value to get is held by somebody. */
    private static void meanwhile(TestDatabase database, Statement holding) {
        try {
            database.execute("insert into users (id, name) values (3, 'c')");
            holding.execute("select id from users where id = 6 for update");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
