package dev.godwit.source;

import com.palantir.javapoet.CodeBlock;
import dev.godwit.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * One change as a call.
 *
 * @param table the table whose change it is, so that calls about one table can be chained; empty: the call is one on the
 *     schema
 * @param subject what a method that holds the call is named after
 * @param verb what such a method's name begins with
 * @param code the call without its receiver, from the dot on; of one with parts, what comes before them
 * @param parts further calls on the rows that a call is about, too many for one method; empty: {@code code} is all
 */
record Call(Optional<QualifiedName> table, QualifiedName subject, String verb, CodeBlock code, List<CodeBlock> parts) {

    static Call onTable(QualifiedName table, String format, Object... arguments) {
        return new Call(Optional.of(table), table, "change", CodeBlock.of(format, arguments), List.of());
    }

    static Call onSchema(QualifiedName subject, String verb, String format, Object... arguments) {
        return new Call(Optional.empty(), subject, verb, CodeBlock.of(format, arguments), List.of());
    }

    /** A call about rows. */
    static Call ofRows(QualifiedName subject, CodeBlock head, List<CodeBlock> parts) {
        return parts.size() > 1
                ? new Call(Optional.empty(), subject, "changeRowsOf", head, parts)
                : onSchema(
                        subject,
                        "changeRowsOf",
                        ".rows($S, r -> r$L$L)",
                        subject,
                        head,
                        parts.stream().collect(CodeBlock.joining("")));
    }

    /** The same call, with its parts in methods of their own. */
    Call withMethods(List<String> methods) {
        CodeBlock.Builder body = CodeBlock.builder().add("{\n$>r$L;\n", code);
        methods.forEach(method -> body.add("$L(r);\n", method));
        return onSchema(
                subject, verb, ".rows($S, r -> $L)", subject, body.add("$<}").build());
    }
}
