package dev.godwit.rehearsal;

import dev.godwit.dialect.Dialect;
import dev.godwit.engine.server.Jdbc;
import dev.godwit.schema.Column;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts rows into empty tables, referred ones first. A row that a constraint refuses which no type shows (a check, for
 * example) is left out, so a table may stay empty.
 */
final class SampleRows {

    private final Connection connection;
    private final Dialect dialect;
    private final int rows;

    /** @param rows how many for each table, at most 9 */
    SampleRows(Connection connection, Dialect dialect, int rows) {
        this.connection = connection;
        this.dialect = dialect;
        this.rows = rows;
    }

    void fill(Schema schema) throws SQLException {
        List<Table> empty = new ArrayList<>();
        for (Table table : schema.tables().values()) {
            if (isEmpty(table)) {
                empty.add(table);
            }
        }
        while (empty.removeIf(this::insert)) {
            // Those that refer to what was filled now come next.
        }
    }

    private boolean isEmpty(Table table) throws SQLException {
        return !Jdbc.test(connection, "select count(*) > 0 from " + dialect.quote(table.name()));
    }

    /** Whether a row was taken. */
    private boolean insert(Table table) {
        boolean any = false;
        for (int number = 1; number <= rows; number++) {
            any |= values(table, number).filter(this::insert).isPresent();
        }
        return any;
    }

    private boolean insert(String sql) {
        try {
            Jdbc.execute(connection, sql);
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    /** Empty when a column needs a value that cannot be made up. */
    private Optional<String> values(Table table, int number) {
        Map<Identifier, String> values = new LinkedHashMap<>();
        for (Column column : table.columns().values()) {
            if (column.identity() || column.generatedAs().isPresent()) {
                continue;
            }
            Optional<String> value = value(table, column, number);
            if (value.isPresent()) {
                values.put(column.name(), value.get());
            } else if (!column.nullable() && column.defaultSql().isEmpty()) {
                return Optional.empty();
            }
        }
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of("insert into %s (%s) values (%s)"
                        .formatted(
                                dialect.quote(table.name()),
                                String.join(
                                        ", ",
                                        values.keySet().stream()
                                                .map(dialect::quote)
                                                .toList()),
                                String.join(", ", values.values())));
    }

    private Optional<String> value(Table table, Column column, int number) {
        Optional<ForeignKey> key = table.foreignKeys().stream()
                .filter(each -> each.columns().contains(column.name()))
                .findFirst();
        return key.isEmpty()
                ? column.type().accept(new SampleValue(dialect, number))
                : referred(table, column, key.get(), number);
    }

    /** A row of a table that refers to itself refers to itself, unless it need not. */
    private Optional<String> referred(Table table, Column column, ForeignKey key, int number) {
        if (key.referencedTable().equals(table.name())) {
            return column.nullable() ? Optional.empty() : column.type().accept(new SampleValue(dialect, number));
        }
        Identifier referenced = key.referencedColumns().get(key.columns().indexOf(column.name()));
        String order = String.join(
                ", ", key.referencedColumns().stream().map(dialect::quote).toList());
        return Optional.of("(select %s from %s order by %s limit 1 offset %d)"
                .formatted(dialect.quote(referenced), dialect.quote(key.referencedTable()), order, number - 1));
    }
}
