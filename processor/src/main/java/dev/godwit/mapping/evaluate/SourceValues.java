package dev.godwit.mapping.evaluate;

import com.sun.source.util.Trees;
import dev.godwit.mapping.type.StoredValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Finds stored values by evaluating the sources of the compilation. */
public final class SourceValues implements StoredValues {

    private static final String CONVERT = "convertToDatabaseColumn";

    private final Program program;
    private final Expressions expressions;

    private SourceValues(Program program) {
        this.program = program;
        this.expressions = new Expressions(program);
    }

    /**
     * Values from sources, where the compiler shows its trees (javac does, Eclipse's compiler does not), and else from
     * compiled classes on the class path.
     */
    public static StoredValues of(ProcessingEnvironment environment) {
        StoredValues compiled = new ClassPathValues(environment.getElementUtils(), environment.getFiler());
        try {
            return new SourceValues(new Program(Trees.instance(environment), environment.getElementUtils()))
                    .or(compiled);
        } catch (IllegalArgumentException | LinkageError e) {
            return compiled;
        }
    }

    @Override
    public Optional<List<Object>> inField(TypeElement enumType, VariableElement field) {
        return known(() -> {
            List<@Nullable Object> values = new ArrayList<>();
            EnumConstant.of(enumType).forEach(constant -> values.add(expressions.field(constant, field)));
            return values;
        });
    }

    @Override
    public Optional<List<Object>> ofEnum(TypeElement converter, TypeElement enumType) {
        return known(() -> {
            List<@Nullable Object> values = new ArrayList<>();
            EnumConstant.of(enumType).forEach(constant -> values.add(convert(converter, constant)));
            return values;
        });
    }

    @Override
    public Optional<List<Object>> ofBoolean(TypeElement converter) {
        return known(() -> Arrays.asList(convert(converter, false), convert(converter, true)));
    }

    @Override
    public Optional<Object> returned(TypeElement type, String method, int parameters) {
        return known(() -> {
                    ExecutableElement found =
                            program.method(type, method, parameters).orElseThrow(() -> new NotEvaluableException(type));
                    return Collections.singletonList(expressions.call(
                            found, Optional.empty(), Collections.nCopies(parameters, Indicators.INSTANCE)));
                })
                .map(values -> values.get(0));
    }

    private @Nullable Object convert(TypeElement converter, Object value) {
        ExecutableElement method =
                program.method(converter, CONVERT, 1).orElseThrow(() -> new NotEvaluableException(converter));
        return expressions.call(method, Optional.empty(), Collections.singletonList(value));
    }

    private static Optional<List<Object>> known(Supplier<List<@Nullable Object>> evaluation) {
        try {
            List<@Nullable Object> values = evaluation.get();
            List<Object> present = new ArrayList<>();
            for (Object value : values) {
                if (value == null) {
                    return Optional.empty();
                }
                present.add(value);
            }
            return Optional.of(present);
        } catch (NotEvaluableException e) {
            return Optional.empty();
        }
    }
}
