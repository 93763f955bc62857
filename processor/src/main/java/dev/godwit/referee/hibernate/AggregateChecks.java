package dev.godwit.referee.hibernate;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.AggregateColumn;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.internal.StandardTableExporter;
import org.hibernate.tool.schema.spi.Exporter;

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
        Exporter<Table> exporter = dialect.getTableExporter();
        Optional<Method> isArray = method(StandardTableExporter.class, "isArray", AggregateColumn.class);
        if (isArray.flatMap(method -> Reflect.call(method, exporter, column))
                .filter(Boolean.TRUE::equals)
                .isPresent()) {
            return Optional.empty();
        }
        StringBuilder sql = new StringBuilder();
        method(exporter.getClass(), "applyAggregateColumnCheck", StringBuilder.class, AggregateColumn.class)
                .ifPresent(method -> Reflect.call(method, exporter, sql, column));
        return sql.isEmpty() ? Optional.empty() : Optional.of(sql.substring(OPENING.length(), sql.length() - 1));
    }

    /** The method as this class, or else one above it, has it: dialects override the exporter's. */
    private static Optional<Method> method(Class<?> type, String name, Class<?>... parameters) {
        try {
            return Optional.of(type.getDeclaredMethod(name, parameters));
        } catch (NoSuchMethodException inherited) {
            return Optional.ofNullable(type.getSuperclass()).flatMap(above -> method(above, name, parameters));
        }
    }
}
