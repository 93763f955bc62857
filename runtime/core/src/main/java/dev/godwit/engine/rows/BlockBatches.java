package dev.godwit.engine.rows;

import dev.godwit.dialect.Dialect;
import dev.godwit.plan.Work;
import dev.godwit.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Works through a PostgreSQL table without a key in the order in which it lies on disk. A row that is written moves
 * behind the end that the table had then; it is not filled again there, since the condition no longer holds for it.
 */
final class BlockBatches implements Batches {

    /** What is taken for the number of rows in a block, so that batches by block and by key are of a like size. */
    private static final int ROWS_PER_BLOCK = 50;

    private final Connection connection;
    private final Dialect dialect;
    private final Work.Fill fill;

    BlockBatches(Connection connection, Dialect dialect, Work.Fill fill) {
        this.connection = connection;
        this.dialect = dialect;
        this.fill = fill;
    }

    @Override
    public QualifiedName table() {
        return fill.table();
    }

    @Override
    public Position next(Position from, int rows) throws SQLException {
        long start = from.last().map(BlockBatches::block).orElse(0L);
        long end = start + Math.max(1, rows / ROWS_PER_BLOCK);
        String sql = "%s where (%s) and ctid >= cast(? as tid) and ctid < cast(? as tid)"
                .formatted(fill.update(), fill.condition());
        int filled;
        long blocks = blocks();
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, address(start));
            update.setString(2, address(end));
            filled = update.executeUpdate();
        }
        Position reached = from.moved(new Cursor(List.of(end)), filled);
        return end >= blocks ? reached.ended(0) : reached;
    }

    @Override
    public String name(Position reached) {
        return "a row without a key, in block "
                + reached.last().map(BlockBatches::block).orElse(0L);
    }

    @Override
    public Position skip(Position from) {
        return from.ended(0);
    }

    private long blocks() throws SQLException {
        String sql = "select pg_relation_size(cast(? as regclass)) / current_setting('block_size')::bigint";
        try (PreparedStatement size = connection.prepareStatement(sql)) {
            size.setString(1, dialect.quote(fill.table()));
            try (ResultSet result = size.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private static long block(Cursor cursor) {
        return ((Number) cursor.key().get(0)).longValue();
    }

    private static String address(long block) {
        return "(" + block + ",0)";
    }
}
