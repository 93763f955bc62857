package dev.godwit.spring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls that docs/architecture.md draws. */
@AnalyzeClasses(packages = "dev.godwit.spring", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** They would not load in the other of the two. */
    @ArchTest
    static final ArchRule whatMovedBetweenSpringBoot3And4IsNamedByText = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.boot.autoconfigure.jdbc..",
                    "org.springframework.boot.autoconfigure.orm..",
                    "org.springframework.boot.jdbc.autoconfigure..",
                    "org.springframework.boot.hibernate..",
                    "org.springframework.boot.jpa..",
                    "org.springframework.boot.micrometer..",
                    "org.springframework.boot.actuate.autoconfigure.metrics..");

    @ArchTest
    static final ArchRule migratingIsTheRuntimesWork =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.sql..", "dev.godwit.dialect..");
}
