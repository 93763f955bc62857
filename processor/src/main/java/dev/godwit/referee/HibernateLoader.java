package dev.godwit.referee;

import dev.godwit.project.settings.ClassPath;
import dev.godwit.referee.boot.SchemaBoot;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loads the user's classes, the user's Hibernate, and beside them Godwit's few classes that call it. Nothing of the build
 * tool's class path is seen from here; with the rest of Godwit only the types of a schema and of a question are shared.
 */
final class HibernateLoader extends URLClassLoader {

    private static final String BRIDGE = "dev.godwit.referee.hibernate.";
    private static final List<String> SHARED = List.of("dev.godwit.schema.", "dev.godwit.referee.boot.");
    private static final String LOGGER_PROVIDER = "META-INF/services/org.jboss.logging.LoggerProvider";

    static {
        registerAsParallelCapable();
    }

    HibernateLoader(ClassPath classPath) {
        super(
                "godwit-referee",
                classPath.entries().stream().map(HibernateLoader::url).toArray(URL[]::new),
                ClassLoader.getPlatformClassLoader());
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(entry.toString(), e);
        }
    }

    /** @throws ReflectiveOperationException or {@link LinkageError} when Hibernate's classes are not as expected */
    SchemaBoot boot() throws ReflectiveOperationException {
        return (SchemaBoot) Class.forName(BRIDGE + "HibernateBoot", true, this)
                .getConstructor()
                .newInstance();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (SHARED.stream().anyMatch(name::startsWith)) {
            return Class.forName(name, false, HibernateLoader.class.getClassLoader());
        }
        return super.loadClass(name, resolve);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!name.startsWith(BRIDGE)) {
            return super.findClass(name);
        }
        String resource = "/" + name.replace('.', '/') + ".class";
        try (InputStream in = HibernateLoader.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        @Nullable
        URL own = LOGGER_PROVIDER.equals(name) ? HibernateLoader.class.getResource("hibernate/logger-provider") : null;
        return own == null ? super.getResources(name) : Collections.enumeration(List.of(own));
    }
}
