package dev.godwit.source;

import com.palantir.javapoet.CodeBlock;
import dev.godwit.schema.Table;

/** The definition of a new table, one line for each column and key. */
final class TableCode {

    private TableCode() {}

    static CodeBlock definition(Table table) {
        CodeBlock.Builder code = CodeBlock.builder();
        table.columns().values().forEach(column -> code.add("\n.column($S, $L)", column.name(), ColumnCode.of(column)));
        table.primaryKey()
                .ifPresent(key -> code.add(
                        "\n.primaryKey($L)",
                        key.name().isPresent() ? KeyCode.primaryKey(key) : KeyCode.names(key.columns())));
        table.uniqueKeys().forEach(key -> code.add("\n.unique($L)", KeyCode.uniqueKey(key)));
        table.foreignKeys().forEach(key -> code.add("\n.foreignKey($S, $L)", key.name(), KeyCode.foreignKey(key)));
        table.checks().forEach(check -> code.add("\n.check($L)", KeyCode.check(check)));
        table.indexes().forEach(index -> code.add("\n.index($S, $L)", index.name(), KeyCode.index(index)));
        table.comment().ifPresent(text -> code.add("\n.comment($S)", text));
        table.options().ifPresent(sql -> code.add("\n.options($S)", sql));
        CodeBlock calls = code.build();
        return calls.isEmpty() ? CodeBlock.of("t -> {}") : CodeBlock.of("t -> t$L", calls);
    }
}
