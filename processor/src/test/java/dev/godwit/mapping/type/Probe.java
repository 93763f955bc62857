package dev.godwit.mapping.type;

import static java.util.stream.Collectors.joining;

import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.godwit.mapping.Diagnostics;
import dev.godwit.mapping.Message;
import dev.godwit.mapping.read.ClassView;
import dev.godwit.mapping.read.Member;
import dev.godwit.mapping.read.ModelReader;
import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Compiles one attribute and shows how it would be stored. */
final class Probe {

    private final TypeSettings settings;
    private final List<Message> messages = new ArrayList<>();

    Probe(Map<String, String> properties) {
        this(properties, HibernateLine.V7);
    }

    Probe(Map<String, String> properties, HibernateLine line) {
        settings = new TypeSettings(properties, line);
    }

    List<Message> messages() {
        return messages;
    }

    String describe(String declaration) {
        return describe(declaration, Optional.empty());
    }

    String describe(String declaration, Optional<String> converter) {
        BasicColumn column = column(declaration, converter);
        return text(column.type())
                + column.check()
                        .map(check -> " check (" + check.on(Identifier.of("a")).expression() + ")")
                        .orElse("");
    }

    BasicColumn column(String declaration, Optional<String> converter) {
        List<BasicColumn> found = new ArrayList<>();
        compile(declaration, (reader, member) -> {
            ColumnSize stated = member.annotations()
                    .get("jakarta.persistence.Column")
                    .map(ColumnSize::of)
                    .orElse(ColumnSize.UNSTATED);
            ColumnSize size = member.annotations()
                    .get("org.hibernate.annotations.Array")
                    .map(array -> stated.withArrayLength(array.integer("length")))
                    .orElse(stated);
            Optional<TypeMirror> converterType =
                    converter.map(name -> reader.classNamed(name).orElseThrow().type());
            Diagnostics diagnostics = (message, place) -> messages.add(message);
            UserTypes userTypes =
                    new UserTypes(reader, new Registrations(reader, List.of()), StoredValues.UNKNOWN, diagnostics);
            BasicTypes types = new BasicTypes(reader, settings, userTypes, StoredValues.UNKNOWN, diagnostics);
            found.add(types.column(
                    BasicSource.attribute(member.declaredType(), member.annotations(), size, member.place())
                            .withConverter(converterType)));
        });
        return found.get(0);
    }

    Optional<String> autoApplied(String declaration) {
        List<Optional<String>> found = new ArrayList<>();
        compile(declaration, (reader, member) -> {
            ClassView auto = reader.classNamed("p.Probe.Auto").orElseThrow();
            found.add(new Converters(reader, List.of(auto), List.of())
                    .autoApplied(member.declaredType())
                    .map(TypeMirror::toString));
        });
        return found.get(0);
    }

    private static void compile(String declaration, BiConsumer<ModelReader, Member> reading) {
        String source = """
                package p;
                import jakarta.persistence.*;
                import jakarta.persistence.Temporal;
                import java.io.Serializable;
                import java.math.*;
                import java.time.*;
                import java.util.Calendar;
                import java.util.Currency;
                import java.util.List;
                import java.util.Locale;
                import java.util.Map;
                import org.hibernate.annotations.*;
                import org.hibernate.type.SqlTypes;
                class Probe {
                  %s;
                  enum Color { RED, BLUE }
                  static class Holder implements Serializable {}
                  static abstract class Custom implements org.hibernate.usertype.UserType<Object> {}
                  static abstract class Upper implements AttributeConverter<String, String> {}
                  static abstract class Day implements AttributeConverter<LocalDate, String> {}
                  static abstract class Base<X, Y extends Number> implements AttributeConverter<X, Y> {}
                  static abstract class Generic extends Base<Color, BigDecimal> {}
                  @Converter(autoApply = true)
                  static abstract class Auto implements AttributeConverter<Color, String> {}
                }
                """.formatted(declaration);
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
                    ModelReader reader = new ModelReader(processingEnv.getElementUtils(), processingEnv.getTypeUtils());
                    reading.accept(
                            reader,
                            reader.classNamed("p.Probe").orElseThrow().fields().get(0));
                }
                return false;
            }
        };
        Compiler.javac().withProcessors(processor).compile(JavaFileObjects.forSourceString("p.Probe", source));
    }

    static String text(Type type) {
        return type.accept(new Type.Visitor<>() {
            @Override
            public String simple(Type.Simple simple) {
                return simple.kind().name();
            }

            @Override
            public String sized(Type.Sized sized) {
                return sized.kind() + "(" + sized.length() + ")";
            }

            @Override
            public String numeric(Type.Numeric numeric) {
                return "numeric(" + numeric.precision() + "," + numeric.scale() + ")";
            }

            @Override
            public String approximate(Type.Float approximate) {
                return "float(" + approximate.precision() + ")";
            }

            @Override
            public String temporal(Type.Temporal temporal) {
                return temporal.kind() + inParentheses(temporal.precision());
            }

            @Override
            public String enumOf(Type.EnumOf values) {
                return values.storage()
                        + values.values().stream().collect(joining(", ", "[", "]"))
                        + (values.storage() == Type.EnumOf.Storage.NAME ? "(" + values.length() + ")" : "");
            }

            @Override
            public String arrayOf(Type.ArrayOf array) {
                String length =
                        array.length().isPresent() ? "[" + array.length().getAsInt() + "]" : "";
                return "array" + length + " of " + text(array.element());
            }

            @Override
            public String structOf(Type.StructOf struct) {
                return struct.name().toString();
            }

            @Override
            public String nativeType(Type.Native sql) {
                return sql.sql();
            }
        });
    }

    private static String inParentheses(OptionalInt precision) {
        return precision.isPresent() ? "(" + precision.getAsInt() + ")" : "";
    }
}
