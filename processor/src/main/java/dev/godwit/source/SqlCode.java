package dev.godwit.source;

import com.palantir.javapoet.CodeBlock;
import dev.godwit.change.DatabaseKind;
import dev.godwit.change.Footprint;
import dev.godwit.change.RunSql;
import dev.godwit.change.RunSql.Statement;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Raw SQL with all that it declares about itself. */
final class SqlCode {

    /** The name by which the code of an effect knows the recorder. */
    private static final String EFFECT = "effect";

    private SqlCode() {}

    static Call of(RunSql sql) {
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        ".sql($L)",
                        joined(sql.statements().stream().map(statement -> CodeBlock.of("$S", statement.sql()))));
        databases(sql, code);
        sql.effect().ifPresent(effect -> {
            if (effect.isEmpty()) {
                code.add("\n.noSchemaEffect()");
            } else {
                code.add("\n.effect($L -> {\n$>", EFFECT);
                Chunk.of(ChangeCode.of(effect)).forEach(chunk -> code.add("$L;\n", chunk.statement(EFFECT)));
                code.add("$<})");
            }
        });
        if (sql.resume().idempotent()) {
            code.add("\n.idempotent()");
        }
        sql.resume().doneWhen().ifPresent(query -> code.add("\n.doneWhen($S)", query));
        sql.touched().ifPresent(touched -> touched(touched, code));
        return Call.onSchema(new QualifiedName(Identifier.of("sql")), "run", "$L", code.build());
    }

    private static void databases(RunSql sql, CodeBlock.Builder code) {
        List<DatabaseKind> databases = sql.statements().stream()
                .map(Statement::databases)
                .flatMap(Collection::stream)
                .distinct()
                .sorted()
                .toList();
        if (!databases.isEmpty()) {
            code.add(
                    "\n.on($L)",
                    joined(databases.stream().map(kind -> CodeBlock.of("$T.$L", DatabaseKind.class, kind.name()))));
        }
    }

    private static void touched(Footprint touched, CodeBlock.Builder code) {
        if (!touched.reads().isEmpty()) {
            code.add("\n.reads($L)", places(touched.reads()));
        }
        if (!touched.writes().isEmpty()) {
            code.add("\n.writes($L)", places(touched.writes()));
        }
    }

    private static CodeBlock places(Collection<Ref> places) {
        return joined(places.stream().sorted().map(place -> CodeBlock.of("$S", place)));
    }

    private static CodeBlock joined(Stream<CodeBlock> parts) {
        return parts.collect(CodeBlock.joining(", "));
    }
}
