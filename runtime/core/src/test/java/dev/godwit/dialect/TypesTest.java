package dev.godwit.dialect;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.DatabaseKind;
import dev.godwit.schema.Type;
import dev.godwit.schema.Type.Numeric;
import dev.godwit.schema.Type.Simple;
import dev.godwit.schema.Type.Sized;
import dev.godwit.schema.Type.Temporal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.dialect.NationalizationSupport;
import org.hibernate.engine.jdbc.Size;
import org.hibernate.engine.jdbc.spi.JdbcServices;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.sql.spi.DdlTypeRegistry;
import org.hibernate.type.spi.TypeConfiguration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each type is written as Hibernate's own dialect writes it. */
class TypesTest {

    private static final Map<Simple.Kind, Integer> SIMPLE = Map.ofEntries(
            entry(Simple.Kind.BOOLEAN, SqlTypes.BOOLEAN),
            entry(Simple.Kind.BIT, SqlTypes.BIT),
            entry(Simple.Kind.TINYINT, SqlTypes.TINYINT),
            entry(Simple.Kind.SMALLINT, SqlTypes.SMALLINT),
            entry(Simple.Kind.INTEGER, SqlTypes.INTEGER),
            entry(Simple.Kind.BIGINT, SqlTypes.BIGINT),
            entry(Simple.Kind.REAL, SqlTypes.REAL),
            entry(Simple.Kind.DOUBLE, SqlTypes.DOUBLE),
            entry(Simple.Kind.DATE, SqlTypes.DATE),
            entry(Simple.Kind.UUID, SqlTypes.UUID),
            entry(Simple.Kind.JSON, SqlTypes.JSON),
            entry(Simple.Kind.XML, SqlTypes.SQLXML),
            entry(Simple.Kind.INET, SqlTypes.INET));

    private static final Map<Sized.Kind, Integer> SIZED = Map.ofEntries(
            entry(Sized.Kind.CHAR, SqlTypes.CHAR),
            entry(Sized.Kind.VARCHAR, SqlTypes.VARCHAR),
            entry(Sized.Kind.LONG_VARCHAR, SqlTypes.LONG32VARCHAR),
            entry(Sized.Kind.NCHAR, SqlTypes.NCHAR),
            entry(Sized.Kind.NVARCHAR, SqlTypes.NVARCHAR),
            entry(Sized.Kind.LONG_NVARCHAR, SqlTypes.LONG32NVARCHAR),
            entry(Sized.Kind.CLOB, SqlTypes.CLOB),
            entry(Sized.Kind.NCLOB, SqlTypes.NCLOB),
            entry(Sized.Kind.BINARY, SqlTypes.BINARY),
            entry(Sized.Kind.VARBINARY, SqlTypes.VARBINARY),
            entry(Sized.Kind.LONG_VARBINARY, SqlTypes.LONG32VARBINARY),
            entry(Sized.Kind.BLOB, SqlTypes.BLOB));

    private static final Map<Temporal.Kind, Integer> TEMPORAL = Map.of(
            Temporal.Kind.TIME, SqlTypes.TIME,
            Temporal.Kind.TIME_WITH_TIME_ZONE, SqlTypes.TIME_WITH_TIMEZONE,
            Temporal.Kind.TIME_UTC, SqlTypes.TIME_UTC,
            Temporal.Kind.TIMESTAMP, SqlTypes.TIMESTAMP,
            Temporal.Kind.TIMESTAMP_WITH_TIME_ZONE, SqlTypes.TIMESTAMP_WITH_TIMEZONE,
            Temporal.Kind.TIMESTAMP_UTC, SqlTypes.TIMESTAMP_UTC,
            Temporal.Kind.INTERVAL_SECOND, SqlTypes.INTERVAL_SECOND);

    /** Around every length at which some dialect takes another type. */
    private static final long[] LENGTHS = {
        1,
        20,
        255,
        256,
        16_383,
        16_384,
        32_600,
        65_535,
        65_536,
        1_048_576,
        1_048_577,
        10_485_760,
        10_485_761,
        16_777_215,
        16_777_216,
        Integer.MAX_VALUE
    };

    /** Lengths that Hibernate's Java types have by default. */
    private static final Map<Simple.Kind, Long> OWN_LENGTHS = Map.of(Simple.Kind.UUID, 16L, Simple.Kind.INET, 19L);

    /** A Java float: Hibernate asks MySQL's dialect, whose answer is 23, where the mapping knows no dialect. */
    private static final Type JAVA_FLOAT = new Type.Float(24);

    /** Hibernate says much when it starts. */
    @BeforeAll
    static void silence() {
        System.setProperty("org.jboss.logging.provider", "slf4j");
    }

    @ParameterizedTest
    @CsvSource({
        "POSTGRESQL, PostgreSQL, 14, 0",
        "POSTGRESQL, PostgreSQL, 18, 0",
        "MARIADB, MariaDB, 10, 6",
        "MARIADB, MariaDB, 11, 4",
        "MYSQL, MySQL, 8, 0",
        "MYSQL, MySQL, 9, 7",
        "H2, H2, 2, 4"
    })
    void typesAreWrittenAsHibernateWritesThem(DatabaseKind kind, String product, int major, int minor) {
        Dialect dialect = Dialects.of(kind, major, minor);
        Map<Type, String> own = new LinkedHashMap<>();
        Map<Type, String> hibernate = new LinkedHashMap<>();

        try (StandardServiceRegistry registry = registry(product, major, minor)) {
            TypeConfiguration types =
                    ((MetadataImplementor) new MetadataSources(registry).buildMetadata()).getTypeConfiguration();
            NationalizationSupport national =
                    registry.requireService(JdbcServices.class).getDialect().getNationalizationSupport();
            cases().forEach((type, size) -> hibernate(types, type, size.of(national))
                    .ifPresent(text -> {
                        hibernate.put(type, text);
                        own.put(type, dialect.render(type));
                    }));
        }
        hibernate.computeIfPresent(
                JAVA_FLOAT,
                (type, text) -> kind == DatabaseKind.MYSQL || kind == DatabaseKind.MARIADB ? "float(23)" : text);

        assertThat(own).isEqualTo(hibernate);
    }

    private record Wanted(int code, Size size) {

        /** What {@code @Nationalized} asks for on a database with this support. */
        Wanted of(NationalizationSupport support) {
            return new Wanted(
                    switch (code) {
                        case SqlTypes.NCHAR -> support.getCharVariantCode();
                        case SqlTypes.NVARCHAR -> support.getVarcharVariantCode();
                        case SqlTypes.NCLOB -> support.getClobVariantCode();
                        default -> code;
                    },
                    size);
        }
    }

    private static Map<Type, Wanted> cases() {
        Map<Type, Wanted> cases = new LinkedHashMap<>();
        SIMPLE.forEach((kind, code) ->
                cases.put(new Simple(kind), new Wanted(code, size(OWN_LENGTHS.get(kind), 53, null))));
        SIZED.forEach((kind, code) -> {
            for (long length : LENGTHS) {
                cases.put(new Sized(kind, length), new Wanted(code, size(length, null, null)));
            }
        });
        TEMPORAL.forEach((kind, code) -> cases.put(
                new Temporal(kind, OptionalInt.of(3)),
                new Wanted(code, size(null, kind == Temporal.Kind.INTERVAL_SECOND ? 18 : 3, 3))));
        for (int precision : new int[] {1, 23, 24, 25, 53}) {
            cases.put(new Type.Float(precision), new Wanted(SqlTypes.FLOAT, size(null, precision, null)));
        }
        cases.put(new Numeric(12, 3), new Wanted(SqlTypes.NUMERIC, size(null, 12, 3)));
        return cases;
    }

    private static Size size(Long length, Integer precision, Integer scale) {
        Size size = new Size();
        size.setLength(length);
        size.setPrecision(precision);
        size.setScale(scale);
        return size;
    }

    /** What Hibernate writes; empty where it has nothing, or something that the server refuses. */
    private static Optional<String> hibernate(TypeConfiguration types, Type type, Wanted wanted) {
        DdlTypeRegistry registry = types.getDdlTypeRegistry();
        int code = registry.getDescriptor(wanted.code()) == null
                ? types.getJdbcTypeRegistry().getDescriptor(wanted.code()).getDdlTypeCode()
                : wanted.code();
        if (registry.getDescriptor(code) == null) {
            return Optional.empty();
        }
        String text = registry.getTypeName(code, wanted.size());
        boolean mysql =
                !registry.getTypeName(SqlTypes.NUMERIC, size(null, 1, 1)).startsWith("numeric");
        return mysql && text.contains("with time zone") ? Optional.empty() : Optional.of(text);
    }

    private static StandardServiceRegistry registry(String product, int major, int minor) {
        return new StandardServiceRegistryBuilder()
                .clearSettings()
                .applySetting("hibernate.boot.allow_jdbc_metadata_access", "false")
                .applySetting("jakarta.persistence.database-product-name", product)
                .applySetting("jakarta.persistence.database-major-version", major)
                .applySetting("jakarta.persistence.database-minor-version", minor)
                .build();
    }
}
