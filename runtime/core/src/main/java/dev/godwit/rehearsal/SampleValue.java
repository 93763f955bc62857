package dev.godwit.rehearsal;

import dev.godwit.change.DatabaseKind;
import dev.godwit.dialect.Dialect;
import dev.godwit.schema.Type;
import java.util.Optional;

/**
 * SQL of the n-th value of a type, another one for each of the first nine; empty for a type that gives no value.
 *
 * @param number from 1 to 9
 */
record SampleValue(Dialect dialect, int number) implements Type.Visitor<Optional<String>> {

    @Override
    public Optional<String> simple(Type.Simple type) {
        return switch (type.kind()) {
            case BOOLEAN -> Optional.of(number % 2 == 0 ? "true" : "false");
            case TINYINT, SMALLINT, INTEGER, BIGINT -> Optional.of(String.valueOf(number));
            case REAL, DOUBLE -> Optional.of(number + ".5");
            case DATE -> text("2026-01-0" + number);
            case UUID -> text("00000000-0000-4000-8000-00000000000" + number);
            case JSON -> text("{\"n\": %d}".formatted(number));
            case XML -> text("<n>%d</n>".formatted(number));
            case INET -> text("10.0.0." + number);
            case BIT -> Optional.empty();
        };
    }

    @Override
    public Optional<String> sized(Type.Sized type) {
        return switch (type.kind()) {
            case BINARY, VARBINARY, LONG_VARBINARY, BLOB ->
                Optional.of(
                        dialect.kind() == DatabaseKind.POSTGRESQL
                                ? "'\\x0%d'::bytea".formatted(number)
                                : "x'0%d'".formatted(number));
            case CHAR, VARCHAR, LONG_VARCHAR, NCHAR, NVARCHAR, LONG_NVARCHAR, CLOB, NCLOB ->
                text(type.length() < 7 ? String.valueOf(number) : "value " + number);
        };
    }

    @Override
    public Optional<String> numeric(Type.Numeric type) {
        return Optional.of(type.precision() > type.scale() ? String.valueOf(number) : "0." + number);
    }

    @Override
    public Optional<String> approximate(Type.Float type) {
        return Optional.of(number + ".5");
    }

    @Override
    public Optional<String> temporal(Type.Temporal type) {
        return switch (type.kind()) {
            case TIME, TIME_WITH_TIME_ZONE, TIME_UTC -> text("10:00:0" + number);
            case TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE, TIMESTAMP_UTC -> text("2026-01-0%d 10:00:00".formatted(number));
            case INTERVAL_SECOND -> Optional.empty();
        };
    }

    @Override
    public Optional<String> enumOf(Type.EnumOf type) {
        int ordinal = (number - 1) % type.values().size();
        return type.storage() == Type.EnumOf.Storage.ORDINAL
                ? Optional.of(String.valueOf(ordinal))
                : text(type.values().get(ordinal));
    }

    @Override
    public Optional<String> arrayOf(Type.ArrayOf type) {
        return Optional.empty();
    }

    @Override
    public Optional<String> structOf(Type.StructOf type) {
        return Optional.empty();
    }

    @Override
    public Optional<String> nativeType(Type.Native type) {
        return Optional.empty();
    }

    private Optional<String> text(String value) {
        return Optional.of(dialect.literal(value));
    }
}
