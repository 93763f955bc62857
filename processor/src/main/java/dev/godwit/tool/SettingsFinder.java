package dev.godwit.tool;

import dev.godwit.model.Settings;
import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.model.Settings.Naming;
import dev.godwit.model.Settings.Naming.Convention;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the settings that decide the mapping by what a module depends on, and says why. */
public final class SettingsFinder {

    private static final String HIBERNATE = "org.hibernate.orm:hibernate-core";
    private static final String SPRING_BOOT = "org.springframework.boot:spring-boot";
    private static final Set<String> VALIDATORS =
            Set.of("org.hibernate.validator:hibernate-validator", "org.apache.bval:bval-jsr");

    private final List<Library> libraries;
    private final List<String> reasons = new ArrayList<>();

    public SettingsFinder(List<Library> libraries) {
        this.libraries = List.copyOf(libraries);
    }

    /** The settings of a module whose migrations are in this package. */
    public Settings find(String migrationsPackage) {
        reasons.clear();
        reasons.add("migrations package %s: where accepted migrations are written".formatted(migrationsPackage));
        return new Settings(migrationsPackage, naming(), beanValidation(), hibernate(), Map.of());
    }

    /** One line for each setting found last: its value, and what it means. */
    public List<String> reasons() {
        return List.copyOf(reasons);
    }

    private Naming naming() {
        Convention naming = library(Set.of(SPRING_BOOT)).isPresent() ? Convention.SPRING : Convention.JPA;
        reasons.add(
                switch (naming) {
                    case SPRING -> "naming spring: Spring Boot is a dependency, so names become snake_case";
                    case JPA -> "naming jpa: names as Hibernate makes them by default (Spring Boot's are spring)";
                });
        return naming;
    }

    private boolean beanValidation() {
        Optional<Library> provider = library(VALIDATORS);
        reasons.add(
                provider.map(library ->
                                "Bean Validation on: %s is a dependency, so @NotNull, @Size and others shape the schema"
                                        .formatted(library.name()))
                        .orElse(
                                "Bean Validation off: no provider is a dependency, so its annotations do not shape the schema"));
        return provider.isPresent();
    }

    private HibernateLine hibernate() {
        Optional<Library> found = library(Set.of(HIBERNATE));
        HibernateLine line = found.filter(library -> library.version().startsWith("6."))
                .map(any -> HibernateLine.V6_6)
                .orElse(HibernateLine.V7);
        reasons.add(found.map(library ->
                        "Hibernate %s: hibernate-core %s is a dependency".formatted(line.text(), library.version()))
                .orElse("Hibernate %s: hibernate-core is no dependency, so its current line is taken"
                        .formatted(line.text())));
        return line;
    }

    private Optional<Library> library(Set<String> coordinates) {
        return libraries.stream()
                .filter(library -> coordinates.contains(library.group() + ":" + library.name()))
                .findFirst();
    }
}
