package dev.godwit.mapping.bind;

import dev.godwit.mapping.bound.BasicValue;
import dev.godwit.mapping.bound.ComponentValue;
import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.mapping.read.ClassView;
import java.util.Optional;
import java.util.Set;

/** Embeddables that are kept in one column: as JSON, as XML, or as a structured type. */
final class Aggregates {

    /** {@code SqlTypes}: JSON, JSON_ARRAY, SQLXML, XML_ARRAY, STRUCT, STRUCT_ARRAY, STRUCT_TABLE. */
    private static final Set<Integer> CODES = Set.of(3001, 3031, 2009, 3030, 2002, 2074, 2075);

    /** Whether an attribute's annotations, or its class, ask for one column. */
    static boolean isAggregate(Attribute attribute, ClassView view) {
        Optional<AnnotationView> code = attribute.get(Hib.JDBC_TYPE_CODE);
        return code.map(stated -> CODES.contains(stated.integer("value"))).orElse(false)
                || attribute.has(Hib.STRUCT)
                || view.has(Hib.STRUCT);
    }

    /** Binds the embeddable as one column, if that is what the mapping asks for. */
    boolean bind(Attribute attribute, ComponentValue component, ClassView view, Columns columns) {
        if (!isAggregate(attribute, view)) {
            return false;
        }
        BasicValue value = new BasicValue(columns.table());
        columns.link(value);
        component.aggregate(value);
        component.table(columns.table());
        return true;
    }
}
