package dev.godwit.engine.bench;

import dev.godwit.change.DatabaseKind;
import dev.godwit.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import org.postgresql.PGConnection;

/** What one would write by hand for one table: read it as text, and write it by COPY or by inserts of many rows. */
final class PlainCopy {

    private static final int COLUMNS = 8;
    private static final int ACTIVE = 7;
    private static final int BATCH = 5000;
    private static final int ROWS_AN_INSERT = 500;

    private PlainCopy() {}

    /** @return nanoseconds */
    static long run(TestDatabase from, TestDatabase to) throws SQLException, IOException {
        long start = System.nanoTime();
        try (Connection source = from.connect();
                Connection target = to.connect();
                Statement statement = source.createStatement()) {
            source.setAutoCommit(false);
            target.setAutoCommit(false);
            statement.setFetchSize(2000);
            try (ResultSet rows = statement.executeQuery("select * from shoppers order by id")) {
                if (to.kind() == DatabaseKind.POSTGRESQL) {
                    byCopy(rows, target);
                } else {
                    byInsert(rows, target);
                }
            }
            target.commit();
        }
        return System.nanoTime() - start;
    }

    private static String value(ResultSet rows, int column) throws SQLException {
        return column == ACTIVE ? (rows.getBoolean(column) ? "t" : "f") : rows.getString(column);
    }

    private static void byCopy(ResultSet rows, Connection target) throws SQLException, IOException {
        StringBuilder text = new StringBuilder();
        int waiting = 0;
        while (rows.next()) {
            for (int i = 1; i <= COLUMNS; i++) {
                text.append(i == 1 ? "" : "\t").append(value(rows, i));
            }
            text.append('\n');
            waiting++;
            if (waiting == BATCH) {
                flush(text, target);
                waiting = 0;
            }
        }
        flush(text, target);
    }

    private static void flush(StringBuilder text, Connection target) throws SQLException, IOException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        target.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy shoppers from stdin", new ByteArrayInputStream(bytes));
        target.commit();
        text.setLength(0);
    }

    private static void byInsert(ResultSet rows, Connection target) throws SQLException {
        String row = "(" + String.join(", ", Collections.nCopies(COLUMNS, "?")) + ")";
        String sql = "insert into shoppers values " + String.join(", ", Collections.nCopies(ROWS_AN_INSERT, row));
        try (PreparedStatement insert = target.prepareStatement(sql)) {
            int place = 1;
            int waiting = 0;
            while (rows.next()) {
                for (int i = 1; i <= COLUMNS; i++) {
                    if (i == ACTIVE) {
                        insert.setBoolean(place++, rows.getBoolean(i));
                    } else {
                        insert.setString(place++, rows.getString(i));
                    }
                }
                waiting++;
                if (waiting == ROWS_AN_INSERT) {
                    insert.executeUpdate();
                    target.commit();
                    place = 1;
                    waiting = 0;
                }
            }
        }
    }
}
