package dev.godwit.referee.hibernate;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.AggregateColumn;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.internal.StandardTableExporter;

/**
 * The checks that Hibernate writes on a column which holds a whole embeddable (JSON, XML, struct): they are made by the
 * exporter ({@code applyAggregateColumnCheck}) and stand nowhere in the model.
 */
final class AggregateChecks {

    private static final String OPENING = ", check (";

    private final Dialect dialect;

    AggregateChecks(Dialect dialect) {
        this.dialect = dialect;
    }

    List<String> of(Table table) {
        List<String> all = new ArrayList<>();
        if (dialect.getAggregateSupport() != null
                && dialect.getAggregateSupport().supportsComponentCheckConstraints()) {
            for (Column column : table.getColumns()) {
                if (column instanceof AggregateColumn aggregate) {
                    check(aggregate).ifPresent(all::add);
                }
            }
        }
        return all;
    }

    private Optional<String> check(AggregateColumn column) {
        StandardTableExporter exporter = new StandardTableExporter(dialect);
        Optional<Method> isArray = method("isArray", 1);
        if (isArray.flatMap(method -> Reflect.call(method, exporter, column))
                .filter(Boolean.TRUE::equals)
                .isPresent()) {
            return Optional.empty();
        }
        StringBuilder sql = new StringBuilder();
        method("applyAggregateColumnCheck", 2).ifPresent(method -> Reflect.call(method, exporter, sql, column));
        return sql.isEmpty() ? Optional.empty() : Optional.of(sql.substring(OPENING.length(), sql.length() - 1));
    }

    private static Optional<Method> method(String name, int parameters) {
        return Arrays.stream(StandardTableExporter.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == parameters)
                .findFirst();
    }
}
