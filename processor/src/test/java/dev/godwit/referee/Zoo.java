package dev.godwit.referee;

import dev.godwit.change.DatabaseKind;
import dev.godwit.model.Model;
import dev.godwit.model.Settings;
import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.project.settings.ClassPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The classes of the model zoo, and what Hibernate says about them. */
public final class Zoo {

    private static final List<String> ONLY_7 =
            List.of(".Embeddables$", ".CollectionIds$", ".SoftDeletedAny$", ".TableDetails$", ".Documents$");
    private static final String NOT_ON_H2 = ".PartitionedRows$";

    private Zoo() {}

    /** Binary names of what Hibernate maps alike on each database; without those that use annotations newer than the line. */
    public static List<String> classes(HibernateLine line) {
        return classes(name -> !name.contains(NOT_ON_H2)
                && (line == HibernateLine.V7 || ONLY_7.stream().noneMatch(name::contains)));
    }

    /** Binary names of what Hibernate maps otherwise on H2. */
    public static List<String> classesNotForH2() {
        return classes(name -> name.contains(NOT_ON_H2));
    }

    private static List<String> classes(Predicate<String> chosen) {
        return ClassPaths.managedTypes(dev.godwit.zoo.Marker.class).classes().stream()
                .filter(chosen)
                .toList();
    }

    /** What Hibernate says about a model that consists of these types. */
    public static Verdict judge(Model model, Settings settings, ManagedTypes types) {
        return judge(model, settings, types, DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB, DatabaseKind.H2);
    }

    /** What Hibernate says about a model on a class path with these entries beside the usual ones. */
    public static Verdict judge(Model model, Settings settings, ManagedTypes types, List<Path> more) {
        List<Path> entries = Stream.concat(ClassPaths.hibernate7().entries().stream(), more.stream())
                .toList();
        return new Referee()
                .judge(new Question(
                        new ClassPath(entries),
                        types,
                        settings,
                        model.schema(),
                        model.origins(),
                        Target.DEFAULTS,
                        Set.of()));
    }

    /** What Hibernate says about it for these databases. */
    public static Verdict judge(Model model, Settings settings, ManagedTypes types, DatabaseKind... databases) {
        return new Referee()
                .judge(new Question(
                        settings.hibernate() == HibernateLine.V7 ? ClassPaths.hibernate7() : ClassPaths.hibernate66(),
                        types,
                        settings,
                        model.schema(),
                        model.origins(),
                        Stream.of(databases).map(Target::of).toList(),
                        Set.of()));
    }
}
