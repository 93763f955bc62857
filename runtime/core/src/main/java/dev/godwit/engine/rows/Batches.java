package dev.godwit.engine.rows;

import dev.godwit.dialect.Dialect;
import dev.godwit.plan.Work;
import dev.godwit.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;

/** Work on the rows of one table in an order that can be taken up again. */
public interface Batches {

    /** The rows that Java code transforms. */
    static Batches of(Connection connection, Dialect dialect, String version, Work.Rows work) {
        return work.due().isEmpty()
                ? new RowBatches(connection, dialect, version, work)
                : new DueRows(connection, dialect, version, work, (row, why) -> {
                    throw why;
                });
    }

    /** The rows that get values from an expression. */
    static Batches of(Connection connection, Dialect dialect, Work.Fill fill) {
        return fill.key().isEmpty()
                ? new BlockBatches(connection, dialect, fill)
                : new FillBatches(connection, dialect, fill);
    }

    QualifiedName table();

    /**
     * Works on the rows behind a position, within the caller's transaction.
     *
     * @param rows how many at most, at least 1
     */
    Position next(Position from, int rows) throws SQLException;

    /** What people call the last row that a position has reached. */
    String name(Position reached);

    /** Passes the next row without working on it. */
    Position skip(Position from) throws SQLException;
}
