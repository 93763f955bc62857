package dev.godwit.command;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/**
 * Loads an application's migrations and its dependencies, JDBC drivers among them, apart from the build tool's own classes.
 *
 * <p>Only Godwit's classes are shared with the tool, so that a migration loaded here is the {@code Migration} that the
 * engine knows, whichever version of the runtime the application depends on.
 */
public final class ApplicationClassLoader extends URLClassLoader {

    private static final String SHARED = "dev.godwit.";

    private final ClassLoader tool;

    /** @param classPath what is looked through, in this order */
    public ApplicationClassLoader(List<Path> classPath, ClassLoader tool) {
        super("godwit-application", urls(classPath), ClassLoader.getPlatformClassLoader());
        this.tool = tool;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith(SHARED)) {
            try {
                return tool.loadClass(name);
            } catch (ClassNotFoundException notOurs) {
                return super.loadClass(name, resolve);
            }
        }
        return super.loadClass(name, resolve);
    }

    private static URL[] urls(List<Path> classPath) {
        return classPath.stream()
                .map(path -> {
                    try {
                        return path.toUri().toURL();
                    } catch (MalformedURLException e) {
                        throw new IllegalArgumentException(path.toString(), e);
                    }
                })
                .toArray(URL[]::new);
    }
}
