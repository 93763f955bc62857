package dev.godwit.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls that docs/architecture.md draws. */
@AnalyzeClasses(packages = "dev.godwit.command", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule commandsNeedTheRuntimeAndAWriterOfJson = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.godwit..", "java..", "com.fasterxml.jackson.core..", "org.jspecify.annotations..");
}
