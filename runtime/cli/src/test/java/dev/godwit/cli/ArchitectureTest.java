package dev.godwit.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls that docs/architecture.md draws. */
@AnalyzeClasses(packages = "dev.godwit.cli", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theCommandLineOnlyDressesCommands = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.godwit.cli..",
                    "dev.godwit.command..",
                    "dev.godwit.engine..",
                    "picocli..",
                    "java..",
                    "org.jspecify.annotations..");
}
