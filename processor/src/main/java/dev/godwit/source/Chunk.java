package dev.godwit.source;

import com.palantir.javapoet.CodeBlock;
import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Calls that follow each other and are about one table, sequence or type: one statement, or one method where there are
 * many.
 */
record Chunk(List<Call> calls) {

    /** The calls in their order, those that can be chained together. */
    static List<Chunk> of(List<Call> calls) {
        List<Chunk> chunks = new ArrayList<>();
        List<Call> current = new ArrayList<>();
        for (Call call : calls) {
            boolean chained = !current.isEmpty()
                    && call.table().isPresent()
                    && call.table().equals(current.get(0).table());
            if (!chained && !current.isEmpty()) {
                chunks.add(new Chunk(List.copyOf(current)));
                current.clear();
            }
            current.add(call);
        }
        if (!current.isEmpty()) {
            chunks.add(new Chunk(List.copyOf(current)));
        }
        return chunks;
    }

    /** The same calls, each as a function gives it. */
    Chunk with(UnaryOperator<Call> function) {
        return new Chunk(calls.stream().map(function).toList());
    }

    QualifiedName subject() {
        return calls.get(0).subject();
    }

    /** The name of a method for this chunk, not yet unique. */
    String methodName() {
        return calls.get(0).verb() + Words.camelCase(subject().name().text());
    }

    CodeBlock statement() {
        return statement("schema");
    }

    /** @param receiver the recorder's name there */
    CodeBlock statement(String receiver) {
        Call first = calls.get(0);
        if (first.table().isEmpty()) {
            return CodeBlock.of("$L$L", receiver, first.code());
        }
        CodeBlock.Builder code = CodeBlock.builder().add("$L.table($S)", receiver, first.subject());
        String separator = calls.size() > 1 ? "\n" : "";
        calls.forEach(call -> code.add("$L$L", separator, call.code()));
        return code.build();
    }
}
