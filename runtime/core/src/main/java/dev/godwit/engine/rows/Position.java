package dev.godwit.engine.rows;

import java.util.Optional;

/**
 * Where work on a table's rows is.
 *
 * @param last the last row that is done; empty before the first
 * @param rows done so far in this run
 * @param atEnd whether there are no rows behind it
 */
public record Position(Optional<Cursor> last, long rows, boolean atEnd) {

    public static final Position START = new Position(Optional.empty(), 0, false);

    /** Behind a row that an earlier run has reached. */
    public static Position after(Cursor cursor) {
        return new Position(Optional.of(cursor), 0, false);
    }

    /** Behind another row, with so many more done. */
    public Position moved(Cursor to, long done) {
        return new Position(Optional.of(to), rows + done, false);
    }

    /** At the end, with so many more done. */
    public Position ended(long done) {
        return new Position(last, rows + done, true);
    }
}
