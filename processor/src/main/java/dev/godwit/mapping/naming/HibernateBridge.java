package dev.godwit.mapping.naming;

import dev.godwit.schema.Identifier;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Calls a naming strategy that is written against Hibernate, without depending on Hibernate: its sources of names are
 * interfaces, and what a strategy asks beyond them, the identifier helper, is answered by {@link Quoting}.
 */
final class HibernateBridge {

    private static final String KIND = "boot.model.naming.ImplicitConstraintNameSource$Kind";

    private final ClassLoader loader;
    private final Quoting quoting;
    private final String strategy;
    private final Object database;

    HibernateBridge(ClassLoader loader, Quoting quoting, String strategy) {
        this.loader = loader;
        this.quoting = quoting;
        this.strategy = strategy;
        this.database = create(
                "boot.model.relational.Database",
                stub(type("boot.spi.MetadataBuildingOptions"), Map.of()),
                environment());
    }

    /** A class of Hibernate by its name behind {@code org.hibernate.}. */
    Class<?> type(String name) {
        try {
            return Class.forName("org.hibernate." + name, true, loader);
        } catch (ClassNotFoundException e) {
            throw new UnusableStrategyException(
                    strategy,
                    "%s needs Hibernate's classes, and %s is not on the processor path. Add hibernate-core there."
                            .formatted(strategy, e.getMessage()),
                    e);
        }
    }

    /**
     * An implementation of one of Hibernate's interfaces that answers each named getter by its value, the building
     * context among them, and any other method by nothing of consequence.
     */
    Object source(String name, Map<String, Object> getters) {
        return stub(type("boot.model.naming." + name), getters);
    }

    Object environment() {
        return stub(type("engine.jdbc.env.spi.JdbcEnvironment"), Map.of());
    }

    Object identifier(Identifier identifier) {
        return create("boot.model.naming.Identifier", identifier.text(), identifier.quoted());
    }

    List<Object> identifiers(List<Identifier> identifiers) {
        return identifiers.stream().map(this::identifier).toList();
    }

    Object path(String path) {
        return call(type("boot.model.source.spi.AttributePath"), "parse", path);
    }

    Object entity(EntityName entity) {
        return source(
                "EntityNaming",
                Map.of(
                        "getClassName", entity.className(),
                        "getEntityName", entity.entityName(),
                        "getJpaEntityName", entity.jpaName()));
    }

    /** Calls a method of a strategy that gives an identifier. */
    Identifier name(Object strategyInstance, String method, Object... arguments) {
        return fromHibernate(call(strategyInstance, method, arguments));
    }

    private Identifier fromHibernate(Object identifier) {
        return new Identifier((String) call(identifier, "getText"), (boolean) call(identifier, "isQuoted"));
    }

    private Object stub(Class<?> type, Map<String, Object> getters) {
        return Proxy.newProxyInstance(loader, new Class<?>[] {type}, (proxy, method, arguments) -> {
            Object known = getters.get(method.getName());
            return known != null ? known : answer(proxy, method, arguments);
        });
    }

    private @Nullable Object answer(Object proxy, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "stub of " + proxy.getClass().getInterfaces()[0].getName();
            case "getDatabase" -> database;
            case "getDefaultIdColumnName" -> "id";
            case "toIdentifier" -> arguments == null ? null : identifier(quoting.read((String) arguments[0]));
            case "normalizeQuoting" ->
                arguments == null ? null : identifier(quoting.normalize(fromHibernate(arguments[0])));
            case "kind" -> kind(proxy);
            default -> blank(method, arguments);
        };
    }

    /** The kind of constraint that a source of its name is asked for, since 7. */
    private Object kind(Object source) {
        String name = source.getClass().getInterfaces()[0].getSimpleName();
        String constant = name.contains("Foreign") ? "FOREIGN_KEY" : name.contains("Unique") ? "UNIQUE_KEY" : "INDEX";
        return constant(KIND, constant);
    }

    /** What {@link #kind} says of a unique key that is declared as an index; 6.6 has no such kind. */
    Optional<Object> indexKind() {
        boolean known = Arrays.stream(
                        type("boot.model.naming.ImplicitIndexNameSource").getMethods())
                .anyMatch(method -> method.getName().equals("kind"));
        return known ? Optional.of(constant(KIND, "INDEX")) : Optional.empty();
    }

    Object constant(String type, String name) {
        return Arrays.stream(type(type).getEnumConstants())
                .filter(each -> each.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> failed(type, "there is no " + name));
    }

    private @Nullable Object blank(Method method, Object @Nullable [] arguments) {
        // a service is asked for by its class
        Class<?> type = arguments != null && arguments.length == 1 && arguments[0] instanceof Class<?> service
                ? service
                : method.getReturnType();
        if (type.isInterface() && type.getName().startsWith("org.hibernate.")) {
            return stub(type, Map.of());
        }
        return type == boolean.class ? (Object) false : type == int.class ? (Object) 0 : null;
    }

    private Object create(String name, Object... arguments) {
        return reflect(
                name,
                () -> Arrays.stream(type(name).getConstructors())
                        .filter(each -> accepts(each.getParameterTypes(), arguments))
                        .findFirst()
                        .orElseThrow(() -> new NoSuchMethodException(name))
                        .newInstance(arguments));
    }

    private Object call(Object target, String name, Object... arguments) {
        Class<?> type = target instanceof Class<?> statics ? statics : target.getClass();
        return reflect(
                name,
                () -> Arrays.stream(type.getMethods())
                        .filter(each -> each.getName().equals(name) && !each.isBridge())
                        .filter(each -> accepts(each.getParameterTypes(), arguments))
                        .findFirst()
                        .orElseThrow(() -> new NoSuchMethodException(type.getName() + "." + name))
                        .invoke(target, arguments));
    }

    private static boolean accepts(Class<?>[] parameters, Object[] arguments) {
        if (parameters.length != arguments.length) {
            return false;
        }
        for (int i = 0; i < parameters.length; i++) {
            Class<?> parameter = parameters[i] == boolean.class ? Boolean.class : parameters[i];
            if (!parameter.isInstance(arguments[i])) {
                return false;
            }
        }
        return true;
    }

    @FunctionalInterface
    private interface Reflection {
        @Nullable
        Object call() throws ReflectiveOperationException;
    }

    private Object reflect(String what, Reflection reflection) {
        try {
            return Optional.ofNullable(reflection.call()).orElseThrow(() -> failed(what, "it gave null"));
        } catch (InvocationTargetException e) {
            throw failed(what, String.valueOf(e.getTargetException()));
        } catch (ReflectiveOperationException e) {
            throw failed(what, e.toString());
        }
    }

    private UnusableStrategyException failed(String what, String how) {
        return new UnusableStrategyException(
                strategy,
                "%s failed in %s: %s. A strategy may ask for names and the identifier helper only."
                        .formatted(strategy, what, how));
    }
}
