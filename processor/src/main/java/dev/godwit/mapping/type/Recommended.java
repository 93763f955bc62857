package dev.godwit.mapping.type;

/** The type code that Hibernate recommends for a Java type under given indications. */
final class Recommended {

    private Recommended() {}

    static SqlCode code(JavaBasic java, Indications indications) {
        TypeSettings settings = indications.settings();
        return switch (java) {
            case BOOLEAN ->
                // a preferred bit is bound like a boolean, and BooleanJdbcType stays
                settings.preferredBoolean().filter(code -> code != SqlCode.BIT).orElse(SqlCode.BOOLEAN);
            case UUID -> settings.preferredUuid().orElse(java.code());
            case DURATION -> settings.preferredDuration().orElse(java.code());
            case INSTANT -> settings.preferredInstant().orElse(java.code());
            case OFFSET_DATE_TIME, ZONED_DATE_TIME -> zonedTimestamp(indications.zoneStorage());
            case OFFSET_TIME -> zonedTime(indications.zoneStorage());
            default -> adjusted(java.code(), indications);
        };
    }

    /** Text and bytes follow {@code @Lob} and {@code @Nationalized}. */
    static SqlCode adjusted(SqlCode code, Indications indications) {
        boolean lob = indications.isLob();
        boolean nationalized = indications.isNationalized();
        return switch (code) {
            case VARCHAR, NVARCHAR -> lob ? clob(nationalized) : nationalized ? SqlCode.NVARCHAR : SqlCode.VARCHAR;
            case CHAR, NCHAR -> lob ? clob(nationalized) : nationalized ? SqlCode.NCHAR : SqlCode.CHAR;
            case LONGVARCHAR -> lob ? clob(nationalized) : nationalized ? SqlCode.LONGNVARCHAR : SqlCode.LONGVARCHAR;
            case CLOB -> clob(nationalized);
            case VARBINARY -> lob ? SqlCode.BLOB : SqlCode.VARBINARY;
            default -> code;
        };
    }

    private static SqlCode clob(boolean nationalized) {
        return nationalized ? SqlCode.NCLOB : SqlCode.CLOB;
    }

    private static SqlCode zonedTimestamp(TypeSettings.ZoneStorage storage) {
        return switch (storage) {
            case NATIVE -> SqlCode.TIMESTAMP_WITH_TIMEZONE;
            case NORMALIZE -> SqlCode.TIMESTAMP;
            case NORMALIZE_UTC, COLUMN, DEFAULT -> SqlCode.TIMESTAMP_UTC;
        };
    }

    private static SqlCode zonedTime(TypeSettings.ZoneStorage storage) {
        return switch (storage) {
            case NATIVE -> SqlCode.TIME_WITH_TIMEZONE;
            case NORMALIZE -> SqlCode.TIME;
            case NORMALIZE_UTC, COLUMN, DEFAULT -> SqlCode.TIME_UTC;
        };
    }
}
