package dev.godwit.source;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.godwit.DeclaredRows;
import dev.godwit.SchemaChanges;
import dev.godwit.change.Change;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * The methods of a migration: a few statements each, or one method per table where there are many.
 *
 * <p>A method holds 64 KB of byte code and a class 65,535 constants, so a great many methods are dealt out to nested
 * classes.
 */
final class Body {

    /** The most statements that {@code up} or {@code down} hold themselves. */
    private static final int HANDFUL = 6;

    /** The most methods per class. */
    private static final int CLASSFUL = 200;

    /** How many ordinary methods one with rows counts for, by its constants. */
    private static final int ROWS_WEIGHT = 20;

    private final Set<String> names = new HashSet<>(Set.of("up", "down"));
    private final List<List<MethodSpec>> classes = new ArrayList<>(List.of(new ArrayList<>()));
    private int room = CLASSFUL;

    /** {@code up} or {@code down}. */
    MethodSpec method(String name, List<Change> changes) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(SchemaChanges.class, "schema");
        List<Chunk> chunks = Chunk.of(ChangeCode.of(changes)).stream()
                .map(chunk -> chunk.with(this::dealtOut))
                .toList();
        if (chunks.size() <= HANDFUL) {
            chunks.forEach(chunk -> method.addStatement(chunk.statement()));
        } else {
            chunks.forEach(chunk -> method.addStatement("$L(schema)", methodFor(chunk)));
        }
        return method.build();
    }

    /** Makes methods of the parts of a call that has too many rows for one. */
    private Call dealtOut(Call call) {
        if (call.parts().isEmpty()) {
            return call;
        }
        List<String> calls = new ArrayList<>();
        for (CodeBlock part : call.parts()) {
            calls.add(add(
                    "rowsOf" + Words.camelCase(call.subject().name().text()),
                    ParameterSpec.builder(DeclaredRows.class, "r").build(),
                    CodeBlock.of("r$L", part),
                    ROWS_WEIGHT));
        }
        return call.withMethods(calls);
    }

    /** Makes a method of the chunk, and says how to call it. */
    private String methodFor(Chunk chunk) {
        return add(
                chunk.methodName(),
                ParameterSpec.builder(SchemaChanges.class, "schema").build(),
                chunk.statement(),
                1);
    }

    /**
     * Adds a method, and says how to call it.
     *
     * @param weight in methods of a few constants
     */
    private String add(String wanted, ParameterSpec parameter, CodeBlock statement, int weight) {
        String name = unique(wanted);
        MethodSpec method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(parameter)
                .addStatement(statement)
                .build();
        if (room < weight) {
            classes.add(new ArrayList<>());
            room = CLASSFUL;
        }
        room -= weight;
        classes.get(classes.size() - 1).add(method);
        int part = classes.size() - 1;
        return part == 0 ? name : partName(part) + "." + name;
    }

    private String unique(String name) {
        String candidate = name;
        for (int i = 2; !names.add(candidate); i++) {
            candidate = name + i;
        }
        return candidate;
    }

    private static String partName(int part) {
        return "Part" + part;
    }

    /** The methods that the migration's class holds itself. */
    List<MethodSpec> own() {
        return classes.get(0);
    }

    /** Nested classes with the rest. */
    List<TypeSpec> parts() {
        List<TypeSpec> parts = new ArrayList<>();
        for (int part = 1; part < classes.size(); part++) {
            parts.add(TypeSpec.classBuilder(partName(part))
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .addMethods(classes.get(part))
                    .build());
        }
        return parts;
    }
}
