package dev.godwit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls that docs/architecture.md draws. */
@AnalyzeClasses(packages = "dev.godwit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String JDK = "java..";
    private static final String NULLNESS = "org.jspecify.annotations..";

    @ArchTest
    static final ArchRule theCoreNeedsNothingButTheJdk = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.godwit..", JDK, "javax.sql..", NULLNESS);

    @ArchTest
    static final ArchRule aSchemaKnowsNothingElse = classes()
            .that()
            .resideInAPackage("dev.godwit.schema..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.godwit.schema..", JDK, NULLNESS);

    @ArchTest
    static final ArchRule aChangeKnowsOnlySchemas = classes()
            .that()
            .resideInAPackage("dev.godwit.change..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.godwit.change..", "dev.godwit.schema..", JDK, NULLNESS);

    @ArchTest
    static final ArchRule plansAndDialectsDoNotKnowTheEngine = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.godwit.plan..", "dev.godwit.dialect..", "dev.godwit.recording..", "dev.godwit.drift..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.godwit.engine..");

    @ArchTest
    static final ArchRule aCatalogIsReadWithoutAModel = classes()
            .that()
            .resideInAPackage("dev.godwit.introspect..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.godwit.introspect..", JDK, NULLNESS);

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.godwit.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingStaticChanges =
            fields().that().areStatic().should().beFinal();
}
