package dev.godwit.mapping.evaluate;

import java.io.IOException;
import java.io.InputStream;
import javax.annotation.processing.Filer;
import javax.tools.StandardLocation;

/** Loads classes from the class path of a compilation, as the compiler sees it. */
final class ClassPathLoader extends ClassLoader {

    private final Filer filer;

    ClassPathLoader(Filer filer) {
        super(ClassLoader.getPlatformClassLoader());
        this.filer = filer;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        int dot = name.lastIndexOf('.');
        String packageName = dot < 0 ? "" : name.substring(0, dot);
        try (InputStream stream = filer.getResource(
                        StandardLocation.CLASS_PATH, packageName, name.substring(dot + 1) + ".class")
                .openInputStream()) {
            byte[] code = stream.readAllBytes();
            return defineClass(name, code, 0, code.length);
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
