package dev.godwit.mapping.xml;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** The short names that mapping files may use for classes of the JDK ({@code SimpleTypeInterpretation} of Hibernate). */
final class JavaNames {

    private static final List<TypeKind> PRIMITIVES = List.of(
            TypeKind.BOOLEAN,
            TypeKind.BYTE,
            TypeKind.SHORT,
            TypeKind.INT,
            TypeKind.LONG,
            TypeKind.FLOAT,
            TypeKind.DOUBLE,
            TypeKind.CHAR);

    private static final Map<String, String> SHORTHANDS = Stream.of(
                    names("java.lang", "Boolean Byte Short Integer Long Float Double Character String Class"),
                    names("java.math", "BigInteger BigDecimal"),
                    names("java.util", "UUID Currency Locale Calendar TimeZone"),
                    names("java.net", "URL InetAddress"),
                    names("java.sql", "Blob Clob NClob Timestamp"),
                    names(
                            "java.time",
                            "Instant Duration Year LocalDateTime LocalDate LocalTime OffsetDateTime OffsetTime"
                                    + " ZonedDateTime ZoneId ZoneOffset"))
            .flatMap(Function.identity())
            .collect(Collectors.toUnmodifiableMap(
                    name -> name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT), Function.identity()));

    private JavaNames() {}

    private static Stream<String> names(String packageName, String simpleNames) {
        return Stream.of(simpleNames.split(" ")).map(name -> packageName + "." + name);
    }

    static Optional<TypeMirror> primitive(String name, Types types) {
        return PRIMITIVES.stream()
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .map(types::getPrimitiveType);
    }

    /** The qualified name that a short one stands for. */
    static Optional<String> shorthand(String name) {
        return Optional.ofNullable(SHORTHANDS.get(name.toLowerCase(Locale.ROOT)));
    }
}
