package dev.godwit.engine.rows;

import dev.godwit.change.RowTarget;
import dev.godwit.dialect.Dialect;
import dev.godwit.schema.Identifier;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statement that writes one row to a table. */
final class TargetSql {

    private final Dialect dialect;
    private final RowTarget target;
    private final String table;

    TargetSql(Dialect dialect, RowTarget target) {
        this.dialect = dialect;
        this.target = target;
        this.table = dialect.quote(target.table());
    }

    /** No row, only the types of the columns, key first. */
    String types() {
        return "select %s from %s where 1 = 0".formatted(list(target.all()), table);
    }

    /** The columns whose values are bound, in order. */
    List<Identifier> parameters() {
        return switch (target.kind()) {
            case INSERT, UPSERT -> target.all().toList();
            case UPDATE ->
                Stream.concat(target.columns().stream(), target.key().stream()).toList();
            case DELETE -> target.key();
        };
    }

    String statement() {
        return switch (target.kind()) {
            case INSERT -> insert();
            case UPSERT -> upsert();
            case UPDATE -> "update %s set %s where %s".formatted(table, equal(target.columns(), ", "), byKey());
            case DELETE -> "delete from %s where %s".formatted(table, byKey());
        };
    }

    private String insert() {
        return "insert into %s (%s) values (%s)".formatted(table, list(target.all()), marks());
    }

    private String upsert() {
        return switch (dialect.kind()) {
            case POSTGRESQL ->
                "%s on conflict (%s) do %s"
                        .formatted(
                                insert(),
                                list(target.key().stream()),
                                target.columns().isEmpty()
                                        ? "nothing"
                                        : "update set " + taken("%1$s = excluded.%1$s", target.columns()));
            case MARIADB, MYSQL ->
                insert() + " on duplicate key update "
                        + (target.columns().isEmpty()
                                ? taken("%1$s = %1$s", target.key())
                                : taken("%1$s = values(%1$s)", target.columns()));
            case H2 ->
                "merge into %s (%s) key (%s) values (%s)"
                        .formatted(table, list(target.all()), list(target.key().stream()), marks());
        };
    }

    private String taken(String form, List<Identifier> columns) {
        return columns.stream().map(dialect::quote).map(form::formatted).collect(Collectors.joining(", "));
    }

    private String marks() {
        return target.all().map(column -> "?").collect(Collectors.joining(", "));
    }

    private String byKey() {
        return equal(target.key(), " and ");
    }

    private String equal(List<Identifier> columns, String separator) {
        return columns.stream().map(column -> dialect.quote(column) + " = ?").collect(Collectors.joining(separator));
    }

    private String list(Stream<Identifier> columns) {
        return columns.map(dialect::quote).collect(Collectors.joining(", "));
    }
}
