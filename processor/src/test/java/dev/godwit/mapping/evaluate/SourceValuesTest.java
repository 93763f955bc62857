package dev.godwit.mapping.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.godwit.mapping.type.StoredValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceValuesTest {

    private static final String MODEL = """
            package p;
            import java.util.Locale;
            import java.util.Map;
            class Model {
              enum Color {
                RED("r", 1), DARK_BLUE("b", 2) { @Override String special() { return "!"; } };
                static final String PREFIX = "c-";
                private final String code;
                final int number;
                final int place;
                Color(String code, int number) {
                  this.code = code;
                  this.number = number;
                  this.place = this.ordinal() + 1000;
                }
                String getCode() { return code; }
                String special() { return getCode() + number; }
              }
              static class Converter {
                private static final Map<Color, String> MAP = Map.of();
                public %s
                static String help(Color value) { return value == Color.RED ? "red" : "other"; }
              }
            }
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    String convertToDatabaseColumn(Color c) { return c == null ? null : c.getCode(); } | r,b
                    Integer convertToDatabaseColumn(Color c) { return c.number; } | 1,2
                    Integer convertToDatabaseColumn(Color c) { return c.place; } | 1000,1001
                    String convertToDatabaseColumn(Color c) { return c.name().toLowerCase(Locale.ROOT); } | red,dark_blue
                    String convertToDatabaseColumn(Color c) { return Color.PREFIX + c.ordinal(); } | c-0,c-1
                    String convertToDatabaseColumn(Color c) { return c.special(); } | r1,!
                    String convertToDatabaseColumn(Color c) { return help(c); } | red,other
                    Character convertToDatabaseColumn(Color c) { if (c == null) { return null; } if (c == Color.RED) { return 'R'; } return 'B'; } | R,B
                    String convertToDatabaseColumn(Color c) { switch (c) { case RED: return "x"; default: return "y"; } } | x,y
                    String convertToDatabaseColumn(Color c) { return switch (c) { case RED -> "x"; case DARK_BLUE -> { String s = "z"; yield s + s; } }; } | x,zz
                    String convertToDatabaseColumn(Color c) { return String.valueOf(c.name().charAt(0)); } | R,D
                    String convertToDatabaseColumn(Color c) { return MAP.get(c); } | unknown
                    String convertToDatabaseColumn(Color c) { return convertToDatabaseColumn(c); } | unknown
                    String convertToDatabaseColumn(Color c) { throw new IllegalStateException(); } | unknown
                    """)
    void convertersOfEnumsAreRead(String method, String expected) {
        assertThat(evaluate(method, SourceValuesTest::converted)).isEqualTo(expected);
    }

    @Test
    void convertersOfBooleansAreRead() {
        String method = "String convertToDatabaseColumn(Boolean b) { return b != null && b ? \"Y\" : \"N\"; }";

        assertThat(evaluate(
                        method,
                        (values, elements) -> text(values.ofBoolean(elements.getTypeElement("p.Model.Converter")))))
                .isEqualTo("N,Y");
    }

    @Test
    void fieldsOfConstantsAreRead() {
        assertThat(evaluate("void nothing() {}", (values, elements) -> {
                    TypeElement color = elements.getTypeElement("p.Model.Color");
                    VariableElement code = ElementFilter.fieldsIn(color.getEnclosedElements()).stream()
                            .filter(field -> field.getSimpleName().contentEquals("code"))
                            .findFirst()
                            .orElseThrow();
                    return text(values.inField(color, code));
                }))
                .isEqualTo("r,b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    int getSqlType() { return java.sql.Types.BIGINT; }                                    | -5
                    int getSqlType() { return help(); } int help() { return 4; }                          | 4
                    Class<?> getSqlType() { return Color.class; }                                         | p.Model.Color
                    Object getSqlType() { return org.hibernate.type.descriptor.jdbc.VarcharJdbcType.INSTANCE; } | org.hibernate.type.descriptor.jdbc.VarcharJdbcType
                    int getSqlType() { return MAP.size(); }                                               | unknown
                    """)
    void descriptorsAreAsked(String method, String expected) {
        assertThat(evaluate(
                        method,
                        (values, elements) ->
                                text(values.returned(elements.getTypeElement("p.Model.Converter"), "getSqlType", 0)
                                        .map(List::of))))
                .isEqualTo(expected);
    }

    @Test
    void descriptorsAreAskedForWhatTheyRecommend() {
        String method = """
                Object getRecommendedJdbcType(org.hibernate.type.descriptor.jdbc.JdbcTypeIndicators indicators) {
                  return indicators.getTypeConfiguration().getJdbcTypeRegistry().getDescriptor(12);
                }
                """;

        assertThat(evaluate(
                        method,
                        (values, elements) -> text(values.returned(
                                        elements.getTypeElement("p.Model.Converter"), "getRecommendedJdbcType", 1)
                                .map(List::of))))
                .isEqualTo("12");
    }

    private static String converted(StoredValues values, Elements elements) {
        return text(
                values.ofEnum(elements.getTypeElement("p.Model.Converter"), elements.getTypeElement("p.Model.Color")));
    }

    private static String text(Optional<List<Object>> values) {
        return values.map(all ->
                        String.join(",", all.stream().map(String::valueOf).toList()))
                .orElse("unknown");
    }

    private static String evaluate(String method, BiFunction<StoredValues, Elements, String> reading) {
        List<String> found = new ArrayList<>();
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
                    found.add(reading.apply(SourceValues.of(processingEnv), processingEnv.getElementUtils()));
                }
                return false;
            }
        };
        Compilation compilation = Compiler.javac()
                .withProcessors(processor)
                .compile(JavaFileObjects.forSourceString("p.Model", MODEL.formatted(method)));
        assertThat(compilation.errors()).isEmpty();
        return found.get(0);
    }
}
