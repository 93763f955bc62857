package dev.godwit.engine.copy;

import dev.godwit.change.DatabaseKind;
import dev.godwit.dialect.Dialect;
import dev.godwit.schema.Column;
import dev.godwit.schema.Type;

/** How a product gives and takes values where a plain column name or parameter will not do. */
final class Product {

    private final Dialect dialect;

    Product(Dialect dialect) {
        this.dialect = dialect;
    }

    /** What is selected for a column. */
    String read(Column column, Form form) {
        String name = dialect.quote(column.name());
        if (isLargeObject(column)) {
            String bytes = "lo_get(" + name + ")";
            return form == Form.BYTES ? bytes : "convert_from(" + bytes + ", 'UTF8')";
        }
        return isMysql() ? mysqlRead(name, form) : name;
    }

    private static String mysqlRead(String name, Form form) {
        return switch (form) {
            // As text, which is how it is sent, a FLOAT has no more than six digits there.
            case REAL -> "(" + name + " + 0e0)";
            // The driver would take the text apart and put it together again, at half of the cost of a copy.
            case DATE_OR_TIME, INSTANT -> "cast(" + name + " as char)";
            default -> name;
        };
    }

    /** What is inserted for a column, with one parameter. */
    String write(Column column, Form form) {
        if (isLargeObject(column)) {
            return form == Form.BYTES ? "lo_from_bytea(0, ?)" : "lo_from_bytea(0, convert_to(?, 'UTF8'))";
        }
        return switch (dialect.kind()) {
            case H2 -> form == Form.JSON ? "? format json" : "?";
            case POSTGRESQL -> "cast(? as " + dialect.render(column.type()) + ")";
            case MARIADB, MYSQL -> "?";
        };
    }

    /** A text column on PostgreSQL that holds the number of what it means. */
    boolean isLargeObject(Column column) {
        return dialect.kind() == DatabaseKind.POSTGRESQL
                && column.type() instanceof Type.Sized
                && dialect.render(column.type()).equals("oid");
    }

    private boolean isMysql() {
        return dialect.kind() == DatabaseKind.MARIADB || dialect.kind() == DatabaseKind.MYSQL;
    }

    /** Whether a point in time is kept without a zone. */
    boolean keepsInstantsWithoutZone() {
        return isMysql();
    }

    /** Whether a UUID is kept as its bytes. */
    boolean keepsUuidsAsBytes(Column column) {
        return dialect.render(column.type()).startsWith("binary");
    }
}
