package dev.godwit.engine.copy;

import dev.godwit.dialect.Dialect;
import dev.godwit.schema.Column;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Inserts with many rows in one statement, which is the bulk path that every server takes from every driver. */
final class InsertWriter implements Writer {

    private static final int MOST_ROWS = 500;
    private static final int MOST_PARAMETERS = 30_000;

    private final Connection connection;
    private final Dialect dialect;
    private final Product product;
    private final CopiedTable table;
    private final int rowsAtOnce;

    InsertWriter(Connection connection, Dialect dialect, CopiedTable table) {
        this.connection = connection;
        this.dialect = dialect;
        this.product = new Product(dialect);
        this.table = table;
        this.rowsAtOnce = Math.max(
                1,
                Math.min(
                        MOST_ROWS, MOST_PARAMETERS / Math.max(1, table.columns().size())));
    }

    @Override
    public void write(List<Line> lines) throws SQLException {
        int whole = lines.size() - lines.size() % rowsAtOnce;
        insert(lines.subList(0, whole), rowsAtOnce);
        insert(lines.subList(whole, lines.size()), lines.size() - whole);
    }

    private void insert(List<Line> lines, int atOnce) throws SQLException {
        if (lines.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(sql(atOnce))) {
            for (int start = 0; start < lines.size(); start += atOnce) {
                int index = 1;
                for (Line line : lines.subList(start, start + atOnce)) {
                    for (int i = 0; i < line.values().size(); i++) {
                        bind(insert, index++, i, line.values().get(i));
                    }
                }
                insert.executeUpdate();
            }
        }
    }

    private String sql(int rows) {
        String columns = table.columns().stream()
                .map(column -> dialect.quote(column.name()))
                .collect(Collectors.joining(", "));
        String row = IntStream.range(0, table.columns().size())
                .mapToObj(
                        i -> product.write(table.columns().get(i), table.forms().get(i)))
                .collect(Collectors.joining(", ", "(", ")"));
        return "insert into %s (%s) values %s"
                .formatted(dialect.quote(table.name()), columns, String.join(", ", Collections.nCopies(rows, row)));
    }

    private void bind(PreparedStatement insert, int index, int place, Optional<String> value) throws SQLException {
        Form form = table.forms().get(place);
        if (value.isEmpty()) {
            insert.setNull(index, form == Form.BYTES ? Types.VARBINARY : Types.VARCHAR);
            return;
        }
        String text = value.get();
        switch (form) {
            case TEXT, PADDED, DATE_OR_TIME, JSON -> insert.setString(index, text);
            case INSTANT -> insert.setString(index, product.keepsInstantsWithoutZone() ? withoutZone(text) : text);
            case BOOLEAN -> insert.setBoolean(index, text.equals("t"));
            case INTEGER -> insert.setLong(index, Long.parseLong(text));
            case DECIMAL -> insert.setBigDecimal(index, new BigDecimal(text));
            case REAL -> insert.setFloat(index, Float.parseFloat(text));
            case DOUBLE -> insert.setDouble(index, Double.parseDouble(text));
            case BYTES -> insert.setBytes(index, HexFormat.of().parseHex(text.substring(2)));
            case UUID_VALUE -> bindUuid(insert, index, table.columns().get(place), text);
        }
    }

    private void bindUuid(PreparedStatement insert, int index, Column column, String text) throws SQLException {
        if (product.keepsUuidsAsBytes(column)) {
            UUID uuid = UUID.fromString(text);
            insert.setBytes(
                    index,
                    ByteBuffer.allocate(Long.BYTES * 2)
                            .putLong(uuid.getMostSignificantBits())
                            .putLong(uuid.getLeastSignificantBits())
                            .array());
        } else {
            insert.setString(index, text);
        }
    }

    private static String withoutZone(String instant) {
        return instant.substring(0, instant.length() - "+00".length());
    }
}
