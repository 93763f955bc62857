package dev.godwit.referee.hibernate;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.boot.internal.ClassLoaderAccessImpl;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.classloading.spi.ClassLoaderService;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.engine.jdbc.spi.JdbcServices;

/**
 * Lets Bean Validation's constraints shape the mapping, as {@code BeanValidationIntegrator} does when a session factory
 * is built. A class path without the API or without a provider leaves the mapping as it is.
 */
final class ValidationDdl {

    private static final String ACTIVATOR = "org.hibernate.boot.beanvalidation.TypeSafeActivator";
    private static final String INTERPOLATOR =
            "org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator";

    private ValidationDdl() {}

    static void apply(MetadataImplementor metadata, StandardServiceRegistry registry, Map<String, Object> settings) {
        ClassLoaderService classes = registry.requireService(ClassLoaderService.class);
        try (AutoCloseable factory = factory()) {
            Method apply = Arrays.stream(Class.forName(ACTIVATOR).getDeclaredMethods())
                    .filter(method -> method.getName().equals("applyRelationalConstraints"))
                    .filter(method -> method.getParameterCount() == 5)
                    .findFirst()
                    .orElseThrow(() -> new NoSuchMethodException(ACTIVATOR + ".applyRelationalConstraints"));
            Reflect.call(
                    apply,
                    metadata,
                    factory,
                    metadata.getEntityBindings(),
                    new HashMap<>(settings),
                    registry.requireService(JdbcServices.class).getDialect(),
                    new ClassLoaderAccessImpl(null, classes));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Bean Validation cannot be applied", e);
        }
    }

    /** A {@code ValidatorFactory}. */
    private static AutoCloseable factory() throws ReflectiveOperationException {
        Object bootstrap = Class.forName("jakarta.validation.Validation")
                .getMethod("byDefaultProvider")
                .invoke(null);
        Object configuration = Class.forName("jakarta.validation.bootstrap.GenericBootstrap")
                .getMethod("configure")
                .invoke(bootstrap);
        Class<?> type = Class.forName("jakarta.validation.Configuration");
        withoutExpressionLanguage(type, configuration);
        return (AutoCloseable) type.getMethod("buildValidatorFactory").invoke(configuration);
    }

    /** Messages are never shown, so an expression language, which the default interpolator needs, is not asked for. */
    private static void withoutExpressionLanguage(Class<?> type, Object configuration)
            throws ReflectiveOperationException {
        Class<?> interpolator;
        try {
            interpolator = Class.forName(INTERPOLATOR);
        } catch (ClassNotFoundException otherProvider) {
            return;
        }
        type.getMethod("messageInterpolator", Class.forName("jakarta.validation.MessageInterpolator"))
                .invoke(configuration, interpolator.getConstructor().newInstance());
    }
}
