package dev.godwit.referee.hibernate;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;

/** Calls what only one of the Hibernate lines has. */
final class Reflect {

    private Reflect() {}

    /**
     * The value of a method without parameters, whatever type it returns in this line; empty where the class has no such
     * method, or where it gives null.
     */
    static Optional<Object> get(Object target, String getter) {
        Optional<Method> method = Arrays.stream(target.getClass().getMethods())
                .filter(each -> each.getName().equals(getter) && each.getParameterCount() == 0)
                .findFirst();
        return method.flatMap(found -> call(found, target));
    }

    static Optional<String> text(Object target, String getter) {
        return get(target, getter).map(Object::toString).filter(text -> !text.isEmpty());
    }

    /** @throws IllegalStateException when the call itself is impossible; what the method throws is thrown as it is */
    static Optional<Object> call(Method method, Object target, Object... arguments) {
        try {
            method.setAccessible(true);
            return Optional.ofNullable(method.invoke(target, arguments));
        } catch (InvocationTargetException e) {
            throw unchecked(e.getTargetException());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(thrown);
    }
}
