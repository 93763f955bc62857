package dev.godwit.mapping.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.godwit.mapping.Mapping;
import dev.godwit.mapping.naming.StrategyLoader;
import dev.godwit.mapping.xml.MappingFiles;
import dev.godwit.model.Settings;
import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.model.Settings.Naming.Convention;
import dev.godwit.schema.Check;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeanValidationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    @NotNull Integer a | not null
                    @NotBlank String a | not null varchar(255)
                    @NotEmpty String a | not null varchar(255)
                    @Size(max = 20) String a | null varchar(20)
                    @Size(min = 2) String a | null varchar(255)
                    @Size(max = 20) @Column(length = 7) String a | null varchar(20)
                    @Length(max = 30) String a | null varchar(30)
                    @Digits(integer = 8, fraction = 2) BigDecimal a | null numeric(10,2)
                    @Min(3) @Max(9) Integer a | null check (a<=9) check (a>=3)
                    @Range(min = 1, max = 5) Integer a | null check (a<=5) check (a>=1)
                    @NotNull(groups = Group.class) Integer a | null
                    @Sku String a | not null varchar(12)
                    @Either String a | null varchar(255)
                    @NotNull @Size(max = 5) @Column(columnDefinition = "text") String a | not null text
                    """)
    void constraintsShapeTheirColumn(String attribute, String expected) {
        assertThat(describe("@Entity class E { @Id long id; %s; }".formatted(attribute), "e", "a"))
                .isEqualTo(expected);
    }

    @Test
    void aConstraintOnTheGetterCountsWithFieldAccess() {
        String entity = "@Entity class E { @Id long id; Integer a; @NotNull Integer getA() { return a; } }";

        assertThat(describe(entity, "e", "a")).isEqualTo("not null");
    }

    @Test
    void columnsOfAValidEmbeddableAreNotNullOnlyWhereItIsItself() {
        String entity = """
                @Entity class E { @Id long id; @Valid @NotNull Part must; @Valid Other may; Third plain; }
                @Embeddable class Part { @NotNull @Column(name = "a") Integer x; }
                @Embeddable class Other { @NotNull @Column(name = "b") Integer x; }
                @Embeddable class Third { @NotNull @Column(name = "c") Integer x; }
                """;

        assertThat(describe(entity, "e", "a")).isEqualTo("not null");
        assertThat(describe(entity, "e", "b")).isEqualTo("null");
        assertThat(describe(entity, "e", "c")).isEqualTo("null");
    }

    @Test
    void aSubclassInTheTableOfItsHierarchyStaysNullable() {
        String entities = """
                @Entity class E { @Id long id; @NotNull Integer a; }
                @Entity class Sub extends E { @NotNull Integer b; }
                """;

        assertThat(describe(entities, "e", "a")).isEqualTo("not null");
        assertThat(describe(entities, "e", "b")).isEqualTo("null");
    }

    @Test
    void aForeignKeyColumnIsNotNullByItsAssociation() {
        String entities = """
                @Entity class E { @Id long id; @NotNull @ManyToOne E parent; }
                """;

        assertThat(describe(entities, "e", "parent_id")).isEqualTo("not null");
    }

    private static String describe(String source, String table, String column) {
        Column found = map(source)
                .tables()
                .get(new QualifiedName(Identifier.of(table)))
                .column(Identifier.of(column))
                .orElseThrow();
        String type = found.type().accept(new TypeText());
        String checks = found.checks().stream()
                .map(Check::expression)
                .sorted()
                .map(text -> " check (" + text + ")")
                .collect(Collectors.joining());
        return (found.nullable() ? "null" : "not null") + type + checks;
    }

    private static Schema map(String source) {
        String file = """
                package p;
                import jakarta.persistence.*;
                import jakarta.validation.*;
                import jakarta.validation.constraints.*;
                import java.math.BigDecimal;
                import org.hibernate.validator.constraints.*;
                %s
                interface Group {}
                @NotNull @Size(max = 12) @Constraint(validatedBy = {})
                @interface Sku {
                  String message() default "";
                  Class<?>[] groups() default {};
                  Class<? extends Payload>[] payload() default {};
                }
                @ConstraintComposition(CompositionType.OR) @NotNull @Size(min = 1) @Constraint(validatedBy = {})
                @interface Either {
                  String message() default "";
                  Class<?>[] groups() default {};
                  Class<? extends Payload>[] payload() default {};
                }
                """.formatted(source);
        List<Schema> found = new ArrayList<>();
        AbstractProcessor processor = new AbstractProcessor() {
            @Override
            public Set<String> getSupportedAnnotationTypes() {
                return Set.of("*");
            }

            @Override
            public SourceVersion getSupportedSourceVersion() {
                return SourceVersion.latestSupported();
            }

            @Override
            public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
                if (!round.processingOver()) {
                    Settings settings = new Settings("db", Convention.JPA, true, HibernateLine.V7, Map.of());
                    found.add(new Mapping(
                                    processingEnv,
                                    settings,
                                    (message, place) -> {},
                                    StrategyLoader.ofProcessorPath(),
                                    MappingFiles.NONE)
                            .map(ElementFilter.typesIn(round.getRootElements()))
                            .schema());
                }
                return false;
            }
        };
        Compiler.javac().withProcessors(processor).compile(JavaFileObjects.forSourceString("p.E", file));
        return found.get(0);
    }
}
