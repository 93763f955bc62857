package dev.godwit.source;

import com.palantir.javapoet.CodeBlock;
import dev.godwit.schema.Column;

/** A column's definition as a chain of calls behind its type. */
final class ColumnCode {

    private ColumnCode() {}

    static CodeBlock of(Column column) {
        CodeBlock.Builder code = CodeBlock.builder().add(TypeCode.of(column.type()));
        if (!column.nullable()) {
            code.add(".notNull()");
        }
        if (column.identity()) {
            code.add(".identity()");
        }
        column.defaultSql().ifPresent(sql -> code.add(defaultOf(sql)));
        column.generatedAs()
                .ifPresent(generated ->
                        code.add(generated.stored() ? ".generatedAs($S)" : ".computedAs($S)", generated.expression()));
        column.comment().ifPresent(text -> code.add(".comment($S)", text));
        column.checks().forEach(check -> code.add(".check($L)", KeyCode.checkOnColumn(check)));
        column.collation().ifPresent(name -> code.add(".collation($S)", name));
        column.options().ifPresent(sql -> code.add(".options($S)", sql));
        return code.build();
    }

    /** A plain literal as the value that it is, everything else as SQL. */
    private static CodeBlock defaultOf(String sql) {
        if (sql.matches("-?(0|[1-9][0-9]{0,8})") && !sql.equals("-0") || sql.matches("true|false")) {
            return CodeBlock.of(".defaultValue($L)", sql);
        }
        if (sql.matches("'([^'\\\\]|'')*'")) {
            String text = sql.substring(1, sql.length() - 1).replace("''", "'");
            return CodeBlock.of(".defaultValue($S)", text);
        }
        return CodeBlock.of(".defaultSql($S)", sql);
    }
}
