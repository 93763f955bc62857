package dev.godwit.source;

import com.palantir.javapoet.CodeBlock;
import dev.godwit.schema.QualifiedName;
import java.util.Optional;

/**
 * One change as a call.
 *
 * @param table the table whose change it is, so that calls about one table can be chained; empty: the call is one on the
 *     schema
 * @param subject what a method that holds the call is named after
 * @param verb what such a method's name begins with
 * @param code the call without its receiver, from the dot on
 */
record Call(Optional<QualifiedName> table, QualifiedName subject, String verb, CodeBlock code) {

    static Call onTable(QualifiedName table, String format, Object... arguments) {
        return new Call(Optional.of(table), table, "change", CodeBlock.of(format, arguments));
    }

    static Call onSchema(QualifiedName subject, String verb, String format, Object... arguments) {
        return new Call(Optional.empty(), subject, verb, CodeBlock.of(format, arguments));
    }
}
