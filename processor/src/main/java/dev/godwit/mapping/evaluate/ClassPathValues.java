package dev.godwit.mapping.evaluate;

import dev.godwit.mapping.type.StoredValues;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Finds stored values by running converters and enums that are compiled already: those in jars on the class path, whose
 * source the compiler does not have.
 */
final class ClassPathValues implements StoredValues {

    private static final String CONVERT = "convertToDatabaseColumn";

    private final Elements elements;
    private final ClassPathLoader loader;

    ClassPathValues(Elements elements, Filer filer) {
        this.elements = elements;
        this.loader = new ClassPathLoader(filer);
    }

    private interface Reading {
        List<@Nullable Object> read() throws ReflectiveOperationException;
    }

    @Override
    public Optional<List<Object>> inField(TypeElement enumType, VariableElement field) {
        return known(() -> {
            Class<?> type = load(enumType);
            Field found = type.getDeclaredField(field.getSimpleName().toString());
            found.setAccessible(true);
            List<@Nullable Object> values = new ArrayList<>();
            for (Object constant : type.getEnumConstants()) {
                values.add(found.get(constant));
            }
            return values;
        });
    }

    @Override
    public Optional<List<Object>> ofEnum(TypeElement converter, TypeElement enumType) {
        return known(() -> converted(converter, load(enumType).getEnumConstants()));
    }

    @Override
    public Optional<List<Object>> ofBoolean(TypeElement converter) {
        return known(() -> converted(converter, new Object[] {false, true}));
    }

    @Override
    public Optional<Object> returned(TypeElement type, String method, int parameters) {
        return parameters > 0
                ? Optional.empty()
                : known(() -> {
                            Object value = call(load(type), method);
                            return Collections.singletonList(
                                    value instanceof Class<?> found
                                            ? elements.getTypeElement(found.getCanonicalName())
                                            : value);
                        })
                        .map(values -> values.get(0));
    }

    private static @Nullable Object call(Class<?> type, String method) throws ReflectiveOperationException {
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        Method found = type.getMethod(method);
        found.setAccessible(true);
        return found.invoke(constructor.newInstance());
    }

    private List<@Nullable Object> converted(TypeElement converter, Object[] inputs)
            throws ReflectiveOperationException {
        Class<?> type = load(converter);
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        Object instance = constructor.newInstance();
        Method method = Arrays.stream(type.getMethods())
                .filter(each -> each.getName().equals(CONVERT) && !each.isBridge())
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException(CONVERT));
        method.setAccessible(true);
        List<@Nullable Object> values = new ArrayList<>();
        for (Object input : inputs) {
            values.add(method.invoke(instance, input));
        }
        return values;
    }

    private Class<?> load(TypeElement element) throws ClassNotFoundException {
        return loader.loadClass(elements.getBinaryName(element).toString());
    }

    private static Optional<List<Object>> known(Reading reading) {
        try {
            List<@Nullable Object> values = reading.read();
            List<Object> present = new ArrayList<>();
            for (Object value : values) {
                if (value == null) {
                    return Optional.empty();
                }
                present.add(value);
            }
            return Optional.of(present);
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            // a converter that needs its container, or refuses a value, tells nothing
            return Optional.empty();
        }
    }
}
