package dev.godwit.mapping.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.schema.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BasicTypesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    boolean a | BOOLEAN
                    Boolean a | BOOLEAN
                    byte a | TINYINT
                    short a | SMALLINT
                    int a | INTEGER
                    Long a | BIGINT
                    float a | float(24)
                    double a | float(53)
                    BigDecimal a | numeric(38,2)
                    BigInteger a | numeric(38,0)
                    @Column(precision = 10) BigDecimal a | numeric(10,0)
                    @Column(precision = 12, scale = 3) BigDecimal a | numeric(12,3)
                    @Column(precision = 9) double a | float(30)
                    char a | CHAR(1)
                    String a | VARCHAR(255)
                    @Column(length = 20) String a | VARCHAR(20)
                    @Lob String a | CLOB(2147483647)
                    @Lob @Column(name = "x") String a | CLOB(255)
                    @Nationalized String a | NVARCHAR(255)
                    @Nationalized @Lob String a | NCLOB(2147483647)
                    @Nationalized char a | NCHAR(1)
                    byte[] a | VARBINARY(255)
                    @Lob byte[] a | BLOB(2147483647)
                    char[] a | VARCHAR(255)
                    LocalDate a | DATE
                    LocalTime a | TIME(0)
                    LocalDateTime a | TIMESTAMP
                    @Column(secondPrecision = 3) LocalDateTime a | TIMESTAMP(3)
                    Instant a | TIMESTAMP_UTC
                    OffsetDateTime a | TIMESTAMP_UTC
                    @TimeZoneStorage(TimeZoneStorageType.NORMALIZE) ZonedDateTime a | TIMESTAMP
                    @TimeZoneStorage(TimeZoneStorageType.NATIVE) OffsetTime a | TIME_WITH_TIME_ZONE(0)
                    OffsetTime a | TIME_UTC(0)
                    java.util.Date a | TIMESTAMP
                    @Temporal(TemporalType.DATE) java.util.Date a | DATE
                    @Temporal(TemporalType.TIME) java.util.Date a | TIME(0)
                    @Temporal(TemporalType.TIMESTAMP) Calendar a | TIMESTAMP
                    Duration a | numeric(21,0)
                    @JdbcTypeCode(SqlTypes.INTERVAL_SECOND) Duration a | INTERVAL_SECOND
                    @JdbcTypeCode(SqlTypes.CHAR) boolean a | CHAR(1) check (a in ('F','T'))
                    @JdbcTypeCode(SqlTypes.TINYINT) boolean a | TINYINT check (a in (0,1))
                    @JdbcTypeCode(SqlTypes.INTEGER) boolean a | INTEGER
                    Year a | INTEGER
                    ZoneId a | VARCHAR(255)
                    ZoneOffset a | VARCHAR(6)
                    Currency a | VARCHAR(3)
                    Locale a | VARCHAR(255)
                    Class<?> a | VARCHAR(255)
                    java.net.URL a | VARCHAR(255)
                    java.net.InetAddress a | INET
                    java.util.UUID a | UUID
                    java.sql.Blob a | BLOB(2147483647)
                    java.io.File a | VARBINARY(255)
                    @Lob java.util.TreeMap<String, String> a | BLOB(2147483647)
                    int[] a | array of INTEGER
                    List<String> a | array of VARCHAR(255)
                    @Column(length = 30) @Array(length = 5) String[] a | array[5] of VARCHAR(30)
                    @JdbcTypeCode(SqlTypes.JSON) Map<String, Object> a | JSON
                    @JdbcTypeCode(SqlTypes.SQLXML) Holder a | XML
                    @JdbcTypeCode(SqlTypes.CHAR) java.util.UUID a | CHAR(36)
                    @JdbcTypeCode(SqlTypes.BINARY) java.util.UUID a | BINARY(16)
                    @JdbcTypeCode(SqlTypes.LONGVARCHAR) String a | VARCHAR(32600)
                    @JdbcTypeCode(SqlTypes.LONG32VARCHAR) String a | LONG_VARCHAR(2147483647)
                    @JdbcType(org.hibernate.type.descriptor.jdbc.IntegerJdbcType.class) long a | INTEGER
                    @JavaType(org.hibernate.type.descriptor.java.StringJavaType.class) Object a | VARCHAR(255)
                    @Enumerated Color a | ORDINAL[RED, BLUE]
                    @Enumerated(EnumType.STRING) Color a | NAME[RED, BLUE](255)
                    @Enumerated(EnumType.STRING) @Column(length = 8) Color a | NAME[RED, BLUE](8)
                    @JdbcTypeCode(SqlTypes.NAMED_ENUM) Color a | NAMED_TYPE[BLUE, RED]
                    @JdbcTypeCode(SqlTypes.VARCHAR) Color a | VARCHAR(255) check (a in ('RED','BLUE'))
                    @JdbcTypeCode(SqlTypes.INTEGER) Color a | INTEGER check (a between 0 and 1)
                    java.time.DayOfWeek a | ORDINAL[MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY]
                    """)
    void attributesAreStoredAsHibernateStoresThem(String declaration, String expected) {
        assertThat(new Probe(Map.of()).describe(declaration)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    preferred_boolean_jdbc_type | CHAR | boolean a | CHAR(1) check (a in ('F','T'))
                    preferred_boolean_jdbc_type | BIT | boolean a | BOOLEAN
                    preferred_uuid_jdbc_type | VARCHAR | java.util.UUID a | VARCHAR(36)
                    preferred_instant_jdbc_type | TIMESTAMP | Instant a | TIMESTAMP
                    preferred_duration_jdbc_type | INTERVAL_SECOND | Duration a | INTERVAL_SECOND
                    preferred_duration_jdbc_type | 4 | Duration a | INTEGER
                    wrapper_array_handling | allow | Byte[] a | array of TINYINT
                    wrapper_array_handling | legacy | Byte[] a | VARBINARY(255)
                    prefer_native_enum_types | true | @Enumerated(EnumType.STRING) Color a | NAMED_TYPE[BLUE, RED]
                    """)
    void settingsChooseTypes(String setting, String value, String declaration, String expected) {
        Probe probe = new Probe(Map.of("hibernate.type." + setting, value));

        assertThat(probe.describe(declaration)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    org.hibernate.type.YesNoConverter | boolean a | CHAR(1) check (a in ('N','Y'))
                    org.hibernate.type.NumericBooleanConverter | boolean a | INTEGER check (a in (0,1))
                    p.Probe.Upper | @Column(length = 7) String a | VARCHAR(7)
                    p.Probe.Day | @Column(length = 7) LocalDate a | VARCHAR(255)
                    p.Probe.Generic | Color a | NUMERIC38
                    p.Probe.Upper | List<String> a | array of VARCHAR(255)
                    """)
    void convertersDecideByWhatTheyConvertTo(String converter, String declaration, String expected) {
        assertThat(new Probe(Map.of()).describe(declaration, Optional.of(converter)))
                .isEqualTo(expected.replace("NUMERIC38", "numeric(38,2)"));
    }

    @Test
    void aUserTypeIsNotGuessed() {
        Probe probe = new Probe(Map.of());

        assertThat(probe.describe("@Type(p.Probe.Custom.class) Object a")).isEqualTo("VARCHAR(255)");
        assertThat(probe.messages())
                .singleElement()
                .asString()
                .startsWith("GW1002")
                .contains("p.Probe.Custom");
    }

    @Test
    void aTypeOfNoKnownKindIsNotGuessed() {
        Probe probe = new Probe(Map.of());

        probe.describe("Object a");

        assertThat(probe.messages()).singleElement().asString().contains("java.lang.Object");
    }

    @Test
    void aJdbcTypeCodeStandsInForAUserType() {
        Probe probe = new Probe(Map.of());

        assertThat(probe.describe("@Type(p.Probe.Custom.class) @JdbcTypeCode(SqlTypes.INTEGER) Object a"))
                .isEqualTo("INTEGER");
        assertThat(probe.messages()).isEmpty();
    }

    @Test
    void autoAppliedConvertersMatchByType() {
        Probe probe = new Probe(Map.of());

        assertThat(probe.autoApplied("Color a")).hasValue("p.Probe.Auto");
        assertThat(probe.autoApplied("String a")).isEmpty();
    }

    @Test
    void enumOfKeepsTheOrderOfDeclaration() {
        Type type = new Probe(Map.of())
                .column("@Enumerated(EnumType.STRING) Color a", Optional.empty())
                .type();

        assertThat(type)
                .isEqualTo(new Type.EnumOf(Type.EnumOf.Storage.NAME, List.of("RED", "BLUE"), 255, Optional.empty()));
        assertThat(new Type.ArrayOf(type, OptionalInt.empty()).element()).isEqualTo(type);
    }
}
