package dev.godwit.engine.copy;

import dev.godwit.engine.problem.LockProblems;
import dev.godwit.engine.rows.Cursor;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Reads a table in a thread of its own, some rows ahead of the one who takes them, so that one database is read while the
 * other one is written.
 */
final class ReadAhead implements AutoCloseable {

    private static final int ROWS_A_CHUNK = 500;
    private static final int WEIGHT_OF_A_CHUNK = 2_000_000;
    private static final int CHUNKS = 4;
    private static final long MILLISECONDS_BETWEEN_LOOKS = 100;

    private final SourceTable table;
    private final BlockingQueue<Chunk> chunks = new LinkedBlockingQueue<>(CHUNKS);
    private final Thread thread;
    private volatile boolean stopped;
    private Chunk chunk = new Chunk(List.of(), End.MORE);
    private int place;

    /** @param table closed together with this */
    ReadAhead(SourceTable table) {
        this.table = table;
        this.thread = new Thread(this::read, "godwit-copy-reader");
        thread.setDaemon(true);
        thread.start();
    }

    /** @param unread why the values of the row cannot be had, which its reader is told when he asks for them */
    private record Row(Cursor key, Line line, Optional<SQLException> unread) {}

    /** What comes after some rows: others, none, or nobody knows. */
    private record End(boolean last, Optional<SQLException> failure) {
        static final End MORE = new End(false, Optional.empty());
        static final End NONE = new End(true, Optional.empty());
    }

    private record Chunk(List<Row> rows, End end) {}

    private void read() {
        try {
            End end = End.MORE;
            while (!stopped && end.equals(End.MORE)) {
                List<Row> rows = new ArrayList<>(ROWS_A_CHUNK);
                end = fill(rows);
                put(new Chunk(rows, end));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private End fill(List<Row> rows) {
        try {
            long weight = 0;
            while (rows.size() < ROWS_A_CHUNK && weight < WEIGHT_OF_A_CHUNK) {
                if (!table.next()) {
                    return End.NONE;
                }
                Row row = row();
                weight += row.line().weight();
                rows.add(row);
            }
            return End.MORE;
        } catch (SQLException e) {
            return new End(true, Optional.of(e));
        }
    }

    private Row row() throws SQLException {
        Cursor key = table.key();
        try {
            return new Row(key, table.line(), Optional.empty());
        } catch (SQLException e) {
            return new Row(key, new Line(List.of()), Optional.of(e));
        }
    }

    private void put(Chunk full) throws InterruptedException {
        boolean taken = false;
        while (!taken && !stopped) {
            taken = chunks.offer(full, MILLISECONDS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
        }
    }

    /** Goes to the next row; false when there is none. */
    boolean next() throws SQLException {
        place++;
        while (place >= chunk.rows().size()) {
            if (chunk.end().failure().isPresent()) {
                throw chunk.end().failure().get();
            }
            if (chunk.end().last()) {
                return false;
            }
            take();
        }
        return true;
    }

    private void take() {
        try {
            chunk = chunks.take();
            place = 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LockProblems.interrupted();
        }
    }

    /** @throws SQLException when the values of the row that was reached cannot be read */
    Line line() throws SQLException {
        Row row = chunk.rows().get(place);
        if (row.unread().isPresent()) {
            throw row.unread().get();
        }
        return row.line();
    }

    /** The key of the row that was reached; without parts where the table has none. */
    Cursor key() {
        return chunk.rows().get(place).key();
    }

    @Override
    public void close() throws SQLException {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LockProblems.interrupted();
        }
        table.close();
    }
}
