package dev.godwit.source;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
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

    private final Set<String> names = new HashSet<>(Set.of("up", "down"));
    private final List<MethodSpec> methods = new ArrayList<>();

    /** {@code up} or {@code down}. */
    MethodSpec method(String name, List<Change> changes) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(SchemaChanges.class, "schema");
        List<Chunk> chunks = Chunk.of(ChangeCode.of(changes));
        if (chunks.size() <= HANDFUL) {
            chunks.forEach(chunk -> method.addStatement(chunk.statement()));
        } else {
            chunks.forEach(chunk -> method.addStatement("$L(schema)", methodFor(chunk)));
        }
        return method.build();
    }

    /** Makes a method of the chunk, and says how to call it. */
    private String methodFor(Chunk chunk) {
        String name = unique(chunk.methodName());
        methods.add(MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(SchemaChanges.class, "schema")
                .addStatement(chunk.statement())
                .build());
        int part = (methods.size() - 1) / CLASSFUL;
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
        return methods.subList(0, Math.min(CLASSFUL, methods.size()));
    }

    /** Nested classes with the rest. */
    List<TypeSpec> parts() {
        List<TypeSpec> parts = new ArrayList<>();
        for (int from = CLASSFUL; from < methods.size(); from += CLASSFUL) {
            parts.add(TypeSpec.classBuilder(partName(from / CLASSFUL))
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .addMethods(methods.subList(from, Math.min(from + CLASSFUL, methods.size())))
                    .build());
        }
        return parts;
    }
}
