package dev.godwit.referee.hibernate;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;

/** Objects without a call of their constructor, as serialization makes them. */
final class Allocation {

    private Allocation() {}

    /** @throws IllegalStateException when the class cannot be instantiated at all, such as an interface */
    static <T> T allocate(Class<T> type) {
        try {
            // reached by reflection because javac does not compile against jdk.unsupported without a warning
            Class<?> factory = Class.forName("sun.reflect.ReflectionFactory");
            Object instance = factory.getMethod("getReflectionFactory").invoke(null);
            Method create = factory.getMethod("newConstructorForSerialization", Class.class, Constructor.class);
            Constructor<?> constructor =
                    (Constructor<?>) create.invoke(instance, type, Object.class.getDeclaredConstructor());
            return type.cast(constructor.newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("%s cannot be instantiated".formatted(type.getName()), e);
        }
    }
}
