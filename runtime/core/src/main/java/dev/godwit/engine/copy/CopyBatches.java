package dev.godwit.engine.copy;

import dev.godwit.dialect.Dialect;
import dev.godwit.engine.rows.Batches;
import dev.godwit.engine.rows.Cursor;
import dev.godwit.engine.rows.Position;
import dev.godwit.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Copies a table's rows from another database, in the order of their key there. */
final class CopyBatches implements Batches, AutoCloseable {

    /** Where a copy is that went over a table without a key. */
    private static final Cursor ALL = new Cursor(List.of("all"));

    /** Characters that are written at once at most, if no single row has more: rows may hold large objects. */
    private static final int HEAVY = 16_000_000;

    private final CopySource source;
    private final CopiedTable table;
    private final Writer writer;
    private Optional<ReadAhead> stream = Optional.empty();
    private Optional<Position> reached = Optional.empty();

    /** @param connection to the database that gets the rows */
    CopyBatches(Connection connection, Dialect dialect, CopySource source, CopiedTable table) {
        this.source = source;
        this.table = table;
        this.writer = Writer.of(connection, dialect, table);
    }

    @Override
    public QualifiedName table() {
        return table.name();
    }

    /** A table without a key is copied at once, since there is no place in it where one could go on. */
    @Override
    public Position next(Position from, int rows) throws SQLException {
        if (table.key().isEmpty() && from.last().isPresent()) {
            return from.ended(0);
        }
        int most = table.key().isEmpty() ? Integer.MAX_VALUE : rows;
        ReadAhead lines = at(from);
        List<Line> batch = new ArrayList<>();
        Optional<Cursor> last = Optional.empty();
        long done = 0;
        long weight = 0;
        boolean more = true;
        while (more && done < most) {
            more = lines.next();
            if (more) {
                Line line = lines.line();
                batch.add(line);
                weight += line.weight();
                last = Optional.of(table.key().isEmpty() ? ALL : lines.key());
                done++;
            }
            if (batch.size() == rows || weight > HEAVY || !more) {
                writer.write(batch);
                batch.clear();
                weight = 0;
            }
        }
        return reach(from, last, done, !more);
    }

    @Override
    public Position skip(Position from) throws SQLException {
        ReadAhead lines = at(from);
        boolean there = lines.next();
        return reach(from, there ? Optional.of(lines.key()) : Optional.empty(), there ? 1 : 0, !there);
    }

    @Override
    public String name(Position position) {
        return position.last()
                .filter(row -> !table.key().isEmpty())
                .map(row -> row.text(table.key()))
                .orElse("a row without a key");
    }

    private ReadAhead at(Position from) throws SQLException {
        if (stream.isEmpty() || reached.filter(position -> position == from).isEmpty()) {
            close();
            stream = Optional.of(
                    new ReadAhead(SourceTable.open(source.connection(), source.dialect(), table, from.last())));
        }
        ReadAhead lines = stream.get();
        // What is read from here on belongs to no position until it has been written.
        reached = Optional.empty();
        return lines;
    }

    private Position reach(Position from, Optional<Cursor> last, long done, boolean atEnd) throws SQLException {
        Position moved = last.map(row -> from.moved(row, done)).orElse(from);
        Position result = atEnd ? moved.ended(0) : moved;
        reached = Optional.of(result);
        if (atEnd) {
            close();
        }
        return result;
    }

    /** Ends the reading, wherever it is. */
    @Override
    public void close() throws SQLException {
        if (stream.isPresent()) {
            stream.get().close();
            stream = Optional.empty();
        }
    }
}
