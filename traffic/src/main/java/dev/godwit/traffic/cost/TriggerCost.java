package dev.godwit.traffic.cost;

import dev.godwit.change.DatabaseKind;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes with the triggers of an expanded rename beside the same writes without them, in turns on one server: all rows
 * by one statement (the shape in which pgroll measures), and one row per commit. Medians of several turns.
 */
public final class TriggerCost {

    private static final int TURNS = Integer.getInteger("turns", 7);
    private static final int COMMITS = 2000;

    private TriggerCost() {}

    @FunctionalInterface
    private interface Writes {
        void write(Connection connection) throws SQLException;
    }

    /** @param arguments kind of database, such as {@code postgresql} */
    public static void main(String[] arguments) throws SQLException {
        DatabaseKind kind = DatabaseKind.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        try (TestDatabase plain = Databases.fresh(kind);
                TestDatabase expanded = Databases.fresh(kind)) {
            Users without = Users.in(plain, false);
            Users with = Users.in(expanded, true);
            for (int rows : List.of(10_000, 100_000, 300_000)) {
                report(
                        "update of %,d rows by one statement".formatted(rows),
                        without,
                        with,
                        rows,
                        connection -> execute(connection, "update users set name = 'person'"));
            }
            int few = 10_000;
            report("update of one row per commit", without, with, few, TriggerCost::updateOneByOne);
            report("insert of one row per commit", without, with, few, TriggerCost::insertOneByOne);
        }
        // The servers' threads would keep this JVM.
        System.exit(0);
    }

    private static void report(String title, Users without, Users with, int rows, Writes writes) throws SQLException {
        List<Long> plain = new ArrayList<>();
        List<Long> triggers = new ArrayList<>();
        for (int i = 0; i <= TURNS; i++) {
            long one = time(without, rows, writes);
            long other = time(with, rows, writes);
            // The first turn warms the server up.
            if (i > 0) {
                plain.add(one);
                triggers.add(other);
            }
        }
        System.out.printf(
                "%-40s with triggers %.2f of without (%d ms, %d ms)%n",
                title,
                (double) median(triggers) / median(plain),
                median(triggers) / 1_000_000,
                median(plain) / 1_000_000);
    }

    private static long time(Users users, int rows, Writes writes) throws SQLException {
        users.fill(rows);
        try (Connection connection = users.connect()) {
            long start = System.nanoTime();
            writes.write(connection);
            return System.nanoTime() - start;
        }
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    private static void updateOneByOne(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update users set name = ? where id = ?")) {
            for (int i = 1; i <= COMMITS; i++) {
                update.setString(1, "person");
                update.setLong(2, i);
                update.executeUpdate();
            }
        }
    }

    private static void insertOneByOne(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into users (name, id) values (?, ?)")) {
            for (int i = 1; i <= COMMITS; i++) {
                insert.setString(1, "person");
                insert.setLong(2, 1_000_000L + i);
                insert.executeUpdate();
            }
        }
    }
}
