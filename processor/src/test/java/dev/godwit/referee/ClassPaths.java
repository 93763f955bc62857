package dev.godwit.referee;

import dev.godwit.project.settings.ClassPath;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The class paths of two projects that hold the models of these tests. */
final class ClassPaths {

    private static final List<String> ONLY_IN_7 =
            List.of("hibernate-core-", "hibernate-models-", "jakarta.persistence-api-");

    private ClassPaths() {}

    static ClassPath hibernate7() {
        return new ClassPath(own());
    }

    /** As {@link #hibernate7}, with the older Hibernate and the Jakarta Persistence that it knows. */
    static ClassPath hibernate66() {
        try (Stream<Path> older = Files.list(Path.of("target", "hibernate6"))) {
            Stream<Path> common = own().stream()
                    .filter(entry -> ONLY_IN_7.stream()
                            .noneMatch(prefix -> entry.getFileName().toString().startsWith(prefix)));
            return new ClassPath(Stream.concat(older, common).toList());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> own() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    /** What lies in a package of the test classes. */
    static ManagedTypes managedTypes(Class<?> beside) {
        String prefix = beside.getPackageName() + ".";
        ManagedTypes all = ManagedTypes.in(Path.of("target", "test-classes"));
        return new ManagedTypes(
                all.classes().stream().filter(name -> name.startsWith(prefix)).toList(), List.of(), List.of());
    }
}
