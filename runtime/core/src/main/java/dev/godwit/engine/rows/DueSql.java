package dev.godwit.engine.rows;

import dev.godwit.change.DatabaseKind;
import dev.godwit.change.Transform;
import dev.godwit.dialect.Dialect;
import dev.godwit.plan.Work;
import java.util.stream.Collectors;

/** The statements of a transformation of the rows that a column marks. */
final class DueSql {

    private final Dialect dialect;
    private final Transform transform;
    private final RowSql sql;
    private final Work.Due due;

    DueSql(Dialect dialect, Transform transform, RowSql sql, Work.Due due) {
        this.dialect = dialect;
        this.transform = transform;
        this.sql = sql;
        this.due = due;
    }

    /** The keys of some marked rows in their order, from the start or behind one. */
    String keys(boolean behindKey) {
        return "select %1$s from %2$s where %3$s = %4$d%5$s order by %1$s limit ?"
                .formatted(
                        sql.order().columns(),
                        dialect.quote(transform.table()),
                        mark(),
                        due.value(),
                        behindKey ? " and " + sql.order().behind() : "");
    }

    /** So many rows by their keys, locked; behind the columns of the transformation comes the mark. */
    String lock(int rows) {
        return "select %s, %s from %s where %s order by %s %s"
                .formatted(
                        sql.columns().stream().map(dialect::quote).collect(Collectors.joining(", ")),
                        mark(),
                        dialect.quote(transform.table()),
                        sql.order().among(rows),
                        sql.order().columns(),
                        lock());
    }

    /** Rows that refer to this one need not wait. */
    private String lock() {
        return dialect.kind() == DatabaseKind.POSTGRESQL ? "for no key update" : "for update";
    }

    /** Where the mark stands in what {@link #lock(int)} gives, from 1. */
    int markIndex() {
        return sql.columns().size() + 1;
    }

    /** One row by its key, marked no longer. */
    String update() {
        return sql.update(", %s = %d".formatted(mark(), Work.Due.NOTHING));
    }

    private String mark() {
        return dialect.quote(due.mark());
    }
}
