package dev.godwit.mapping.naming;

import dev.godwit.model.Settings;
import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.model.Settings.Naming.Classes;
import dev.godwit.model.Settings.Naming.Convention;
import java.util.function.BiFunction;

/**
 * The naming that settings ask for: Hibernate's own strategies and Spring Boot's by code of this package, others by
 * their class.
 */
public final class Namings {

    private static final String HIBERNATE = "org.hibernate.boot.model.naming.";

    private Namings() {}

    /**
     * The naming of these settings.
     *
     * @param strategies loads a strategy that is none of those known here
     * @throws UnusableStrategyException when a named class cannot be loaded or is no such strategy
     */
    public static Naming of(Settings settings, StrategyLoader strategies) {
        HibernateLine line = settings.hibernate();
        Quoting quoting = Quoting.of(settings.properties(), line);
        GeneratorNames generators = generators(settings.properties().getOrDefault(GeneratorNames.SETTING, "standard"));
        if (settings.naming() instanceof Classes classes) {
            return new Naming(
                    implicit(classes.implicit(), quoting, line, strategies),
                    physical(classes.physical(), quoting, line, strategies),
                    quoting,
                    generators);
        }
        return switch ((Convention) settings.naming()) {
            case JPA -> new Naming(new JpaNames(quoting, line), PhysicalNames.STANDARD, quoting, generators);
            case SPRING -> new Naming(new SpringNames(quoting, line), new SnakeCase(line), quoting, generators);
        };
    }

    private static ImplicitNames implicit(String name, Quoting quoting, HibernateLine line, StrategyLoader strategies) {
        BiFunction<Quoting, HibernateLine, ImplicitNames> known = switch (name) {
            case "default", "jpa", HIBERNATE + "ImplicitNamingStrategyJpaCompliantImpl" -> JpaNames::new;
            case "legacy-jpa", HIBERNATE + "ImplicitNamingStrategyLegacyJpaImpl" -> LegacyJpaNames::new;
            case "legacy-hbm", HIBERNATE + "ImplicitNamingStrategyLegacyHbmImpl" -> LegacyHbmNames::new;
            case "component-path", HIBERNATE + "ImplicitNamingStrategyComponentPathImpl" -> ComponentPathNames::new;
            case "org.springframework.boot.orm.jpa.hibernate.SpringImplicitNamingStrategy",
                    "org.springframework.boot.hibernate.SpringImplicitNamingStrategy" -> SpringNames::new;
            default -> (q, l) -> strategies.implicit(name, q);
        };
        return known.apply(quoting, line);
    }

    private static PhysicalNames physical(String name, Quoting quoting, HibernateLine line, StrategyLoader strategies) {
        return switch (name) {
            case "default", HIBERNATE + "PhysicalNamingStrategyStandardImpl" -> PhysicalNames.STANDARD;
            case HIBERNATE + "CamelCaseToUnderscoresNamingStrategy",
                    HIBERNATE + "PhysicalNamingStrategySnakeCaseImpl" -> new SnakeCase(line);
            default -> strategies.physical(name, quoting);
        };
    }

    private static GeneratorNames generators(String name) {
        return switch (name) {
            case "single", "org.hibernate.id.enhanced.SingleNamingStrategy" -> GeneratorNames.SINGLE;
            case "legacy", "org.hibernate.id.enhanced.LegacyNamingStrategy" -> GeneratorNames.LEGACY;
            case "standard", "org.hibernate.id.enhanced.StandardNamingStrategy" -> GeneratorNames.STANDARD;
            default ->
                throw new UnusableStrategyException(
                        name,
                        "%s names %s. Known are standard, legacy and single; give each generator a name instead."
                                .formatted(GeneratorNames.SETTING, name));
        };
    }
}
