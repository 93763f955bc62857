package dev.godwit.engine.kill;

import static dev.godwit.Types.bigint;
import static dev.godwit.Types.varchar;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A table whose rows are worked on while others write to them, and what has to be true of the rows afterwards. */
final class Accounts {

    static final int ROWS = 20_000;

    /** What the Java code adds to each row's points: a row that was worked on twice shows. */
    private static final long BONUS = 1_000_000;

    private Accounts() {}

    public static final class Table implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "accounts",
                    t -> t.column("id", bigint().notNull())
                            .column("name", varchar(80).notNull())
                            .column("points", bigint().notNull())
                            .column("first_name", varchar(80))
                            .column("label", varchar(80))
                            .primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("accounts");
        }
    }

    /** By an expression of the database. */
    public static final class Label implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("accounts").backfill("label", "concat(name, ' #', id)");
        }

        @Override
        public void down(SchemaChanges schema) {}
    }

    /** By Java code that, unlike an expression, would tell if it saw a row twice. */
    public static final class FirstName implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.transform("accounts", "id")
                    .read("name", "points")
                    .write("first_name", "points")
                    .each((row, out) -> out.set(
                                    "first_name", row.text("name").orElseThrow().split(" ")[0])
                            .set("points", row.get("points", Long.class).orElseThrow() + BONUS));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.noWayBack("the points are other ones");
        }
    }

    static void fill(TestDatabase database) throws SQLException {
        fill(database, ROWS);
    }

    static void fill(TestDatabase database, int rows) throws SQLException {
        String series = database.kind() == DatabaseKind.POSTGRESQL
                ? "generate_series(1, %d) as s(i)"
                : "(select seq as i from seq_1_to_%d) s";
        database.execute("insert into accounts (id, name, points) select i, concat('First', i, ' Last', i), 0 from "
                + series.formatted(rows));
    }

    /** Rows that have no label, or another than theirs. */
    static long withoutLabel(TestDatabase database) throws SQLException {
        return number(database, "select count(*) from accounts where label is null or label <> concat(name, ' #', id)");
    }

    /** Rows that the Java code has not seen. */
    static long withoutFirstName(TestDatabase database) throws SQLException {
        return number(
                database,
                "select count(*) from accounts where first_name is null or first_name <> concat('First', id)");
    }

    /** What the Java code and the clients have given in points, the code once to each row. */
    static long pointsBeyondTheBonus(TestDatabase database) throws SQLException {
        return number(database, "select sum(points - " + BONUS + ") from accounts");
    }

    static long points(TestDatabase database) throws SQLException {
        return number(database, "select sum(points) from accounts");
    }

    static long rows(TestDatabase database) throws SQLException {
        return number(database, "select count(*) from accounts");
    }

    private static long number(TestDatabase database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
