package dev.godwit.engine.rows;

import dev.godwit.dialect.Dialect;
import dev.godwit.plan.ValueStore;
import dev.godwit.plan.Work;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Keeps what the rows of a batch had in some columns, and what they have behind it, in the batch's own transaction. */
final class ReplacedValues {

    private final Connection connection;
    private final Dialect dialect;
    private final QualifiedName table;
    private final List<Identifier> key;
    private final List<Identifier> storeKey;
    private final List<Work.Keeping> keeping;
    private final ColumnValues values;
    private final KeyOrder order;
    private final KeyOrder storeOrder;

    /**
     * @param key the order of the rows, which tells them apart
     * @param values knows the types of the key when a batch begins
     */
    ReplacedValues(
            Connection connection,
            Dialect dialect,
            QualifiedName table,
            List<Identifier> key,
            List<Work.Keeping> keeping,
            ColumnValues values) {
        this.connection = connection;
        this.dialect = dialect;
        this.table = table;
        this.key = key;
        this.storeKey = ValueStore.key(key.size());
        this.keeping = keeping;
        this.values = values;
        this.order = new KeyOrder(dialect, key);
        this.storeOrder = new KeyOrder(dialect, storeKey);
    }

    /**
     * Before rows are written that lie behind one key and up to another. A row that an attempt before has kept already
     * stays as it was kept.
     *
     * @param condition which of these rows are written; empty: all
     */
    void before(Optional<Cursor> from, Optional<Cursor> to, String condition) throws SQLException {
        for (Work.Keeping kept : keeping) {
            String sql =
                    "insert into %1$s (%2$s, %3$s) select %4$s, %5$s from %6$s where not exists (select 1 from %1$s k where %7$s)%8$s%9$s"
                            .formatted(
                                    dialect.quote(kept.store()),
                                    list(storeKey),
                                    dialect.quote(ValueStore.OLD),
                                    list(key),
                                    dialect.quote(kept.column()),
                                    dialect.quote(table),
                                    sameKey(dialect.quote(table), "k"),
                                    condition.isEmpty() ? "" : " and (" + condition + ")",
                                    range(order, from, to));
            execute(sql, from, to);
        }
    }

    /** After they were written. */
    void after(Optional<Cursor> from, Optional<Cursor> to) throws SQLException {
        for (Work.Keeping kept : keeping) {
            String sql = "update %1$s set %2$s = (select t.%3$s from %4$s t where %5$s) where 1 = 1%6$s"
                    .formatted(
                            dialect.quote(kept.store()),
                            dialect.quote(ValueStore.NEW),
                            dialect.quote(kept.column()),
                            dialect.quote(table),
                            sameKey("t", dialect.quote(kept.store())),
                            range(storeOrder, from, to));
            execute(sql, from, to);
        }
    }

    private static String range(KeyOrder order, Optional<Cursor> from, Optional<Cursor> to) {
        return from.map(row -> " and " + order.behind()).orElse("")
                + to.map(row -> " and " + order.upTo()).orElse("");
    }

    private void execute(String sql, Optional<Cursor> from, Optional<Cursor> to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, bind(statement, 1, from), to);
            statement.executeUpdate();
        }
    }

    /** @return the next free index */
    private int bind(PreparedStatement statement, int index, Optional<Cursor> row) throws SQLException {
        return row.isEmpty() ? index : values.bind(statement, index, order.parameters(), order.values(row.get()));
    }

    private String sameKey(String rows, String kept) {
        return IntStream.range(0, key.size())
                .mapToObj(i -> "%s.%s = %s.%s"
                        .formatted(rows, dialect.quote(key.get(i)), kept, dialect.quote(storeKey.get(i))))
                .collect(Collectors.joining(" and "));
    }

    private String list(List<Identifier> columns) {
        return columns.stream().map(dialect::quote).collect(Collectors.joining(", "));
    }
}
