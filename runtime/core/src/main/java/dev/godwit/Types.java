package dev.godwit;

import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Type;
import dev.godwit.schema.Type.EnumOf;
import dev.godwit.schema.Type.EnumOf.Storage;
import dev.godwit.schema.Type.Simple;
import dev.godwit.schema.Type.Sized;
import dev.godwit.schema.Type.Temporal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The types of columns, to be imported statically. Each database renders them as Hibernate would. */
public final class Types {

    /** The length of a {@code varchar} that stands in for a native enum, unless the mapping says otherwise. */
    private static final int ENUM_LENGTH = 255;

    private Types() {}

    public static ColumnSpec bool() {
        return simple(Simple.Kind.BOOLEAN);
    }

    public static ColumnSpec bit() {
        return simple(Simple.Kind.BIT);
    }

    public static ColumnSpec tinyint() {
        return simple(Simple.Kind.TINYINT);
    }

    public static ColumnSpec smallint() {
        return simple(Simple.Kind.SMALLINT);
    }

    public static ColumnSpec integer() {
        return simple(Simple.Kind.INTEGER);
    }

    public static ColumnSpec bigint() {
        return simple(Simple.Kind.BIGINT);
    }

    public static ColumnSpec real() {
        return simple(Simple.Kind.REAL);
    }

    public static ColumnSpec doublePrecision() {
        return simple(Simple.Kind.DOUBLE);
    }

    public static ColumnSpec date() {
        return simple(Simple.Kind.DATE);
    }

    public static ColumnSpec uuid() {
        return simple(Simple.Kind.UUID);
    }

    public static ColumnSpec json() {
        return simple(Simple.Kind.JSON);
    }

    public static ColumnSpec xml() {
        return simple(Simple.Kind.XML);
    }

    public static ColumnSpec inet() {
        return simple(Simple.Kind.INET);
    }

    private static ColumnSpec simple(Simple.Kind kind) {
        return ColumnSpec.of(new Simple(kind));
    }

    public static ColumnSpec character(long length) {
        return sized(Sized.Kind.CHAR, length);
    }

    public static ColumnSpec varchar(long length) {
        return sized(Sized.Kind.VARCHAR, length);
    }

    public static ColumnSpec longVarchar(long length) {
        return sized(Sized.Kind.LONG_VARCHAR, length);
    }

    public static ColumnSpec nchar(long length) {
        return sized(Sized.Kind.NCHAR, length);
    }

    public static ColumnSpec nvarchar(long length) {
        return sized(Sized.Kind.NVARCHAR, length);
    }

    public static ColumnSpec longNvarchar(long length) {
        return sized(Sized.Kind.LONG_NVARCHAR, length);
    }

    public static ColumnSpec clob(long length) {
        return sized(Sized.Kind.CLOB, length);
    }

    public static ColumnSpec nclob(long length) {
        return sized(Sized.Kind.NCLOB, length);
    }

    public static ColumnSpec binary(long length) {
        return sized(Sized.Kind.BINARY, length);
    }

    public static ColumnSpec varbinary(long length) {
        return sized(Sized.Kind.VARBINARY, length);
    }

    public static ColumnSpec longVarbinary(long length) {
        return sized(Sized.Kind.LONG_VARBINARY, length);
    }

    public static ColumnSpec blob(long length) {
        return sized(Sized.Kind.BLOB, length);
    }

    private static ColumnSpec sized(Sized.Kind kind, long length) {
        return ColumnSpec.of(new Sized(kind, length));
    }

    public static ColumnSpec numeric(int precision, int scale) {
        return ColumnSpec.of(new Type.Numeric(precision, scale));
    }

    /** An approximate number of this many bits. */
    public static ColumnSpec floating(int precision) {
        return ColumnSpec.of(new Type.Float(precision));
    }

    public static ColumnSpec time() {
        return temporal(Temporal.Kind.TIME, OptionalInt.empty());
    }

    public static ColumnSpec time(int precision) {
        return temporal(Temporal.Kind.TIME, OptionalInt.of(precision));
    }

    public static ColumnSpec timeWithTimeZone() {
        return temporal(Temporal.Kind.TIME_WITH_TIME_ZONE, OptionalInt.empty());
    }

    public static ColumnSpec timeWithTimeZone(int precision) {
        return temporal(Temporal.Kind.TIME_WITH_TIME_ZONE, OptionalInt.of(precision));
    }

    public static ColumnSpec timeUtc() {
        return temporal(Temporal.Kind.TIME_UTC, OptionalInt.empty());
    }

    public static ColumnSpec timeUtc(int precision) {
        return temporal(Temporal.Kind.TIME_UTC, OptionalInt.of(precision));
    }

    public static ColumnSpec timestamp() {
        return temporal(Temporal.Kind.TIMESTAMP, OptionalInt.empty());
    }

    public static ColumnSpec timestamp(int precision) {
        return temporal(Temporal.Kind.TIMESTAMP, OptionalInt.of(precision));
    }

    public static ColumnSpec timestampWithTimeZone() {
        return temporal(Temporal.Kind.TIMESTAMP_WITH_TIME_ZONE, OptionalInt.empty());
    }

    public static ColumnSpec timestampWithTimeZone(int precision) {
        return temporal(Temporal.Kind.TIMESTAMP_WITH_TIME_ZONE, OptionalInt.of(precision));
    }

    /** An instant: with time zone where the database has that, else without and in UTC. */
    public static ColumnSpec timestampUtc() {
        return temporal(Temporal.Kind.TIMESTAMP_UTC, OptionalInt.empty());
    }

    /** An instant: with time zone where the database has that, else without and in UTC. */
    public static ColumnSpec timestampUtc(int precision) {
        return temporal(Temporal.Kind.TIMESTAMP_UTC, OptionalInt.of(precision));
    }

    public static ColumnSpec intervalSecond() {
        return temporal(Temporal.Kind.INTERVAL_SECOND, OptionalInt.empty());
    }

    public static ColumnSpec intervalSecond(int precision) {
        return temporal(Temporal.Kind.INTERVAL_SECOND, OptionalInt.of(precision));
    }

    private static ColumnSpec temporal(Temporal.Kind kind, OptionalInt precision) {
        return ColumnSpec.of(new Temporal(kind, precision));
    }

    /** The names of a Java enum: a native enum where the database has one, else a varchar with a check. */
    public static ColumnSpec enumOf(String... values) {
        return enumOf(ENUM_LENGTH, values);
    }

    /**
     * The names of a Java enum.
     *
     * @param length of the varchar where the database has no native enum
     */
    public static ColumnSpec enumOf(long length, String... values) {
        return ColumnSpec.of(new EnumOf(Storage.NAME, List.of(values), length, Optional.empty()));
    }

    /** The names of a Java enum in a column that refers to one of {@link #enumOf}: the check stands there. */
    public static ColumnSpec enumReference(String... values) {
        return enumReference(ENUM_LENGTH, values);
    }

    /**
     * The names of a Java enum in a column that refers to one of {@link #enumOf(int, String...)}.
     *
     * @param length of the varchar where the database has no native enum
     */
    public static ColumnSpec enumReference(int length, String... values) {
        return ColumnSpec.of(new EnumOf(Storage.REFERENCED_NAME, List.of(values), length, Optional.empty()));
    }

    /** The ordinals of a Java enum with these names: a small integer with a check. */
    public static ColumnSpec ordinalOf(String... values) {
        return ColumnSpec.of(new EnumOf(Storage.ORDINAL, List.of(values), ENUM_LENGTH, Optional.empty()));
    }

    /** An enum type with a name of its own, where the database has that. */
    public static ColumnSpec namedEnum(String typeName, String... values) {
        return ColumnSpec.of(
                new EnumOf(Storage.NAMED_TYPE, List.of(values), ENUM_LENGTH, Optional.of(QualifiedName.of(typeName))));
    }

    /** An enum type with a name of its own, ordered by ordinal, where the database has that. */
    public static ColumnSpec namedOrdinalEnum(String typeName, String... values) {
        return ColumnSpec.of(new EnumOf(
                Storage.NAMED_ORDINAL_TYPE, List.of(values), ENUM_LENGTH, Optional.of(QualifiedName.of(typeName))));
    }

    public static ColumnSpec arrayOf(ColumnSpec element) {
        return ColumnSpec.of(new Type.ArrayOf(element.type(), OptionalInt.empty()));
    }

    /**
     * An array.
     *
     * @param length the most elements
     */
    public static ColumnSpec arrayOf(ColumnSpec element, int length) {
        return ColumnSpec.of(new Type.ArrayOf(element.type(), OptionalInt.of(length)));
    }

    /** A structured type that the schema defines. */
    public static ColumnSpec structOf(String typeName) {
        return ColumnSpec.of(new Type.StructOf(QualifiedName.of(typeName)));
    }

    /** A type in the database's own words. */
    public static ColumnSpec nativeType(String sql) {
        return ColumnSpec.of(new Type.Native(sql));
    }
}
