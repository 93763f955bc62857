package dev.godwit.source;

import com.palantir.javapoet.CodeBlock;
import dev.godwit.CheckSpec;
import dev.godwit.ForeignKeySpec;
import dev.godwit.IndexSpec;
import dev.godwit.KeySpec;
import dev.godwit.SequenceSpec;
import dev.godwit.schema.Check;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.Sequence;
import dev.godwit.schema.UniqueKey;
import java.util.List;
import java.util.Optional;

/** Keys, checks, indexes and sequences in the vocabulary of migrations. */
final class KeyCode {

    private KeyCode() {}

    /** Names as string literals between commas. */
    static CodeBlock names(List<Identifier> names) {
        return CodeBlock.join(
                names.stream().map(name -> CodeBlock.of("$S", name)).toList(), ", ");
    }

    static CodeBlock primaryKey(PrimaryKey key) {
        return CodeBlock.of("$L$L", key(key.columns()), named(key.name()));
    }

    static CodeBlock uniqueKey(UniqueKey key) {
        return CodeBlock.of(
                "$L$L$L$L",
                key(key.columns()),
                named(key.name()),
                options(key.options()),
                key.impliedName()
                        .map(name -> CodeBlock.of(".elseNamed($S)", name))
                        .orElse(CodeBlock.of("")));
    }

    private static CodeBlock key(List<Identifier> columns) {
        return CodeBlock.of("$T.key($L)", KeySpec.class, names(columns));
    }

    private static CodeBlock named(Optional<Identifier> name) {
        return name.map(text -> CodeBlock.of(".named($S)", text)).orElse(CodeBlock.of(""));
    }

    private static CodeBlock options(Optional<String> options) {
        return options.map(sql -> CodeBlock.of(".options($S)", sql)).orElse(CodeBlock.of(""));
    }

    static CodeBlock check(Check check) {
        return CodeBlock.of(
                "$T.check($S)$L$L", CheckSpec.class, check.expression(), named(check.name()), options(check.options()));
    }

    /** On a column a check without a name is its expression alone. */
    static CodeBlock checkOnColumn(Check check) {
        return check.name().isEmpty() && check.options().isEmpty()
                ? CodeBlock.of("$S", check.expression())
                : check(check);
    }

    static CodeBlock foreignKey(ForeignKey key) {
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "$T.foreignKey($L).references($S, $L)",
                        ForeignKeySpec.class,
                        names(key.columns()),
                        key.referencedTable(),
                        names(key.referencedColumns()));
        if (key.onDelete() != ForeignKey.Action.NO_ACTION) {
            code.add(".onDelete($T.$L)", ForeignKey.Action.class, key.onDelete());
        }
        key.definition().ifPresent(sql -> code.add(".definition($S)", sql));
        return code.add(options(key.options())).build();
    }

    /** The arguments behind an index's name: columns where that is all there is to say, else a definition. */
    static CodeBlock index(Index index) {
        boolean plain = !index.unique()
                && index.type().isEmpty()
                && index.options().isEmpty()
                && index.parts().stream()
                        .allMatch(part ->
                                part.column().isPresent() && part.order().isEmpty());
        return plain ? names(index.columns()) : definition(index);
    }

    private static CodeBlock definition(Index index) {
        CodeBlock.Builder code = CodeBlock.builder().add("$T.on()", IndexSpec.class);
        index.parts().forEach(part -> {
            String method = part.column().isPresent() ? "column" : "expression";
            String what = part.column()
                    .map(Identifier::toString)
                    .or(part::expression)
                    .orElseThrow(() -> new IllegalArgumentException("An index part is neither column nor expression."));
            part.order()
                    .ifPresentOrElse(
                            order -> code.add(".$L($S, $S)", method, what, order),
                            () -> code.add(".$L($S)", method, what));
        });
        if (index.unique()) {
            code.add(".unique()");
        }
        index.type().ifPresent(type -> code.add(".using($S)", type));
        return code.add(options(index.options())).build();
    }

    static CodeBlock sequence(Sequence sequence) {
        CodeBlock.Builder code =
                CodeBlock.builder().add("$T.incrementBy($L)", SequenceSpec.class, sequence.increment());
        if (sequence.start() != 1) {
            code.add(".startWith($L)", sequence.start());
        }
        return code.add(options(sequence.options())).build();
    }

    /** An {@code Optional} of a text. */
    static CodeBlock optional(Optional<String> text) {
        return text.map(value -> CodeBlock.of("$T.of($S)", Optional.class, value))
                .orElse(CodeBlock.of("$T.empty()", Optional.class));
    }
}
