package dev.godwit.engine.chains;

import dev.godwit.change.DatabaseKind;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.UUID;
import java.util.regex.Pattern;

/** UUIDs, which are texts in SQL and in what is read, and 16 bytes where MySQL keeps them. */
final class Uuids {

    private static final Pattern LITERAL =
            Pattern.compile("'([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})'");

    private Uuids() {}

    /** SQL with the literals that the database takes. */
    static String sql(DatabaseKind database, String sql) {
        return database == DatabaseKind.MYSQL ? LITERAL.matcher(sql).replaceAll("x'$1$2$3$4$5'") : sql;
    }

    /** A value of any type as text, {@code "null"} for none. */
    static String text(DatabaseKind database, ResultSet result, int column) throws SQLException {
        boolean bytes = database == DatabaseKind.MYSQL && result.getMetaData().getColumnType(column) == Types.BINARY;
        String text = String.valueOf(result.getString(column));
        return bytes && !text.equals("null") ? uuid(ByteBuffer.wrap(result.getBytes(column))) : text;
    }

    private static String uuid(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong()).toString();
    }
}
