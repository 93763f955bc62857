package dev.godwit.diff;

import dev.godwit.schema.Type;
import java.util.Set;

/**
 * What of a type decides which values it holds.
 *
 * @param room characters, bytes, digits before the point, bits, digits of a second: what the family counts
 * @param scale digits behind the point
 * @param values of an enum
 */
record TypeShape(Family family, long room, int scale, Set<String> values) {

    enum Family {
        NUMBER,
        APPROXIMATE,
        BOOLEAN,
        TEXT,
        BYTES,
        DATE,
        TIME,
        TIMESTAMP,
        UUID,
        /** The names of an enum's constants. */
        NAMES,
        /** The positions of an enum's constants. */
        ORDINALS,
        /** What is its own kind. */
        OTHER
    }

    private static final Shapes SHAPES = new Shapes();

    TypeShape {
        values = Set.copyOf(values);
    }

    private TypeShape(Family family, long room) {
        this(family, room, 0, Set.of());
    }

    static TypeShape of(Type type) {
        return type.accept(SHAPES);
    }

    /** Whether every value of the other, which is of the same family, has room here. */
    boolean holds(TypeShape other) {
        return room >= other.room && scale >= other.scale && values.containsAll(other.values);
    }

    private static final class Shapes implements Type.Visitor<TypeShape> {

        private static final int DEFAULT_DIGITS_OF_A_SECOND = 6;

        @Override
        public TypeShape simple(Type.Simple type) {
            return switch (type.kind()) {
                case BOOLEAN, BIT -> new TypeShape(Family.BOOLEAN, 1);
                case TINYINT -> new TypeShape(Family.NUMBER, 3);
                case SMALLINT -> new TypeShape(Family.NUMBER, 5);
                case INTEGER -> new TypeShape(Family.NUMBER, 10);
                case BIGINT -> new TypeShape(Family.NUMBER, 19);
                case REAL -> new TypeShape(Family.APPROXIMATE, 24);
                case DOUBLE -> new TypeShape(Family.APPROXIMATE, 53);
                case DATE -> new TypeShape(Family.DATE, 0);
                case UUID -> new TypeShape(Family.UUID, 0);
                case JSON, XML, INET -> new TypeShape(Family.OTHER, 0);
            };
        }

        @Override
        public TypeShape sized(Type.Sized type) {
            return switch (type.kind()) {
                case CHAR, VARCHAR, NCHAR, NVARCHAR -> new TypeShape(Family.TEXT, type.length());
                case LONG_VARCHAR, LONG_NVARCHAR, CLOB, NCLOB -> new TypeShape(Family.TEXT, Long.MAX_VALUE);
                case BINARY, VARBINARY -> new TypeShape(Family.BYTES, type.length());
                case LONG_VARBINARY, BLOB -> new TypeShape(Family.BYTES, Long.MAX_VALUE);
            };
        }

        @Override
        public TypeShape numeric(Type.Numeric type) {
            return new TypeShape(Family.NUMBER, type.precision() - type.scale(), type.scale(), Set.of());
        }

        @Override
        public TypeShape approximate(Type.Float type) {
            return new TypeShape(Family.APPROXIMATE, type.precision());
        }

        @Override
        public TypeShape temporal(Type.Temporal type) {
            Family family = switch (type.kind()) {
                case TIME, TIME_WITH_TIME_ZONE, TIME_UTC -> Family.TIME;
                case TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE, TIMESTAMP_UTC -> Family.TIMESTAMP;
                case INTERVAL_SECOND -> Family.OTHER;
            };
            return new TypeShape(family, type.precision().orElse(DEFAULT_DIGITS_OF_A_SECOND));
        }

        @Override
        public TypeShape enumOf(Type.EnumOf type) {
            Family family = type.storage() == Type.EnumOf.Storage.ORDINAL ? Family.ORDINALS : Family.NAMES;
            return new TypeShape(family, 0, 0, Set.copyOf(type.values()));
        }

        @Override
        public TypeShape arrayOf(Type.ArrayOf type) {
            return new TypeShape(Family.OTHER, 0);
        }

        @Override
        public TypeShape structOf(Type.StructOf type) {
            return new TypeShape(Family.OTHER, 0);
        }

        @Override
        public TypeShape nativeType(Type.Native type) {
            return new TypeShape(Family.OTHER, 0);
        }
    }
}
