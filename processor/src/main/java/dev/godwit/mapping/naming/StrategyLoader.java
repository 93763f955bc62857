package dev.godwit.mapping.naming;

import java.util.Optional;

/**
 * Loads a user's own naming strategies from the processor path.
 *
 * <p>Such a class implements an interface of Hibernate, so Hibernate has to be on that path too. A class that is part
 * of the compilation cannot be loaded: it is not compiled yet.
 */
public final class StrategyLoader {

    private final ClassLoader loader;

    /** @param loader the loader of the processor path */
    public StrategyLoader(ClassLoader loader) {
        this.loader = loader;
    }

    /** A loader of what lies beside this class. */
    public static StrategyLoader ofProcessorPath() {
        return new StrategyLoader(Optional.ofNullable(StrategyLoader.class.getClassLoader())
                .orElseGet(ClassLoader::getSystemClassLoader));
    }

    ImplicitNames implicit(String name, Quoting quoting) {
        HibernateBridge hibernate = new HibernateBridge(loader, quoting, name);
        return new LoadedImplicitNames(
                instance(name, hibernate.type("boot.model.naming.ImplicitNamingStrategy")), hibernate);
    }

    PhysicalNames physical(String name, Quoting quoting) {
        HibernateBridge hibernate = new HibernateBridge(loader, quoting, name);
        return new LoadedPhysicalNames(
                instance(name, hibernate.type("boot.model.naming.PhysicalNamingStrategy")), hibernate);
    }

    private Object instance(String name, Class<?> type) {
        try {
            Object strategy =
                    Class.forName(name, true, loader).getDeclaredConstructor().newInstance();
            if (type.isInstance(strategy)) {
                return strategy;
            }
            throw new UnusableStrategyException(
                    name, "%s does not implement %s. Name a class that does.".formatted(name, type.getName()));
        } catch (ClassNotFoundException e) {
            throw new UnusableStrategyException(
                    name,
                    ("%s is not on the processor path. A processor cannot run code of the compilation that it is part"
                                    + " of: put the class in a jar, and that jar beside godwit-processor"
                                    + " (annotationProcessorPaths), or set the naming in schema.json to jpa or spring.")
                            .formatted(name),
                    e);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new UnusableStrategyException(
                    name,
                    "%s cannot be instantiated by a public constructor without parameters: %s.".formatted(name, e),
                    e);
        }
    }
}
