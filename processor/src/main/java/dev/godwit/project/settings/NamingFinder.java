package dev.godwit.project.settings;

import dev.godwit.mapping.Message;
import dev.godwit.model.Settings.Naming;
import dev.godwit.model.Settings.Naming.Convention;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Which naming strategies are in effect: the stated ones, else those of the framework on the class path. */
final class NamingFinder {

    private static final String NAMES = "org.hibernate.boot.model.naming.";
    private static final String JPA_IMPLICIT = NAMES + "ImplicitNamingStrategyJpaCompliantImpl";
    private static final String JPA_PHYSICAL = NAMES + "PhysicalNamingStrategyStandardImpl";
    private static final List<String> SPRING_IMPLICIT = List.of(
            "org.springframework.boot.hibernate.SpringImplicitNamingStrategy",
            "org.springframework.boot.orm.jpa.hibernate.SpringImplicitNamingStrategy");
    private static final String SPRING_PHYSICAL = NAMES + "CamelCaseToUnderscoresNamingStrategy";
    private static final Set<String> SNAKE_CASE =
            Set.of(SPRING_PHYSICAL, NAMES + "PhysicalNamingStrategySnakeCaseImpl");
    private static final Set<String> SHORT_NAMES =
            Set.of("default", "jpa", "legacy-jpa", "legacy-hbm", "component-path");

    private final ClassPath classPath;
    private final StatedSettings stated;

    NamingFinder(ClassPath classPath, StatedSettings stated) {
        this.classPath = classPath;
        this.stated = stated;
    }

    Naming find(Consumer<Note> notes, Consumer<Message> messages) {
        Optional<String> spring =
                SPRING_IMPLICIT.stream().filter(classPath::holds).findFirst();
        Optional<Stated> implicit = stated.of(SpringKeys.IMPLICIT);
        Optional<Stated> physical = stated.of(SpringKeys.PHYSICAL);
        implicit.filter(this::isOfThisModule).map(SettingsMessages::ownStrategy).ifPresent(messages);
        physical.filter(this::isOfThisModule).map(SettingsMessages::ownStrategy).ifPresent(messages);
        Naming naming = naming(
                implicit.map(Stated::value).orElse(spring.orElse(JPA_IMPLICIT)),
                physical.map(Stated::value).orElse(spring.isPresent() ? SPRING_PHYSICAL : JPA_PHYSICAL));
        String where = implicit.or(() -> physical)
                .map(Stated::where)
                .orElse(spring.map(name -> name + " is on the class path")
                        .orElse("Spring Boot is not on the class path"));
        notes.accept(new Note("naming", naming.text(), where, meaning(naming)));
        return naming;
    }

    private static Naming naming(String implicit, String physical) {
        boolean jpaNames = Set.of("default", "jpa", JPA_IMPLICIT).contains(implicit);
        if (jpaNames && Set.of("default", JPA_PHYSICAL).contains(physical)) {
            return Convention.JPA;
        }
        return SPRING_IMPLICIT.contains(implicit) && SNAKE_CASE.contains(physical)
                ? Convention.SPRING
                : new Naming.Classes(implicit, physical);
    }

    private static String meaning(Naming naming) {
        if (naming == Convention.SPRING) {
            return "names become snake_case, as Spring Boot makes them";
        }
        return naming == Convention.JPA
                ? "names as Hibernate makes them by default"
                : "names as these strategies make them";
    }

    private boolean isOfThisModule(Stated strategy) {
        String name = strategy.value();
        boolean known = SHORT_NAMES.contains(name) || name.startsWith(NAMES) || SPRING_IMPLICIT.contains(name);
        return !known
                && classPath
                        .entryWith(name.replace('.', '/') + ".class")
                        .filter(Files::isRegularFile)
                        .isEmpty();
    }
}
