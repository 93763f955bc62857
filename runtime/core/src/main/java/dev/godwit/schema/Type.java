package dev.godwit.schema;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A column's logical type. A dialect renders it as Hibernate would on that database; nothing here names a database.
 *
 * <p>The kinds follow {@code org.hibernate.type.SqlTypes}, since that is the set that Hibernate's dialects render.
 */
public sealed interface Type {

    <R> R accept(Visitor<R> visitor);

    /** A type without parameters. */
    record Simple(Kind kind) implements Type {
        public enum Kind {
            BOOLEAN,
            BIT,
            TINYINT,
            SMALLINT,
            INTEGER,
            BIGINT,
            REAL,
            DOUBLE,
            DATE,
            UUID,
            JSON,
            XML,
            INET
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.simple(this);
        }
    }

    /**
     * Text or bytes with a length.
     *
     * @param length in characters or bytes, at least 1
     */
    record Sized(Kind kind, long length) implements Type {
        public enum Kind {
            CHAR,
            VARCHAR,
            LONG_VARCHAR,
            NCHAR,
            NVARCHAR,
            LONG_NVARCHAR,
            CLOB,
            NCLOB,
            BINARY,
            VARBINARY,
            LONG_VARBINARY,
            BLOB
        }

        public Sized {
            if (length < 1) {
                throw new IllegalArgumentException("A length must be at least 1, not %d.".formatted(length));
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sized(this);
        }
    }

    /**
     * An exact number.
     *
     * @param precision digits in all, at least 1
     * @param scale digits behind the point
     */
    record Numeric(int precision, int scale) implements Type {
        public Numeric {
            if (precision < 1) {
                throw new IllegalArgumentException("A precision must be at least 1, not %d.".formatted(precision));
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.numeric(this);
        }
    }

    /**
     * An approximate number with a stated binary precision.
     *
     * @param precision in bits, at least 1
     */
    record Float(int precision) implements Type {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.approximate(this);
        }
    }

    /**
     * A time of day or a point in time.
     *
     * @param precision digits of the fraction of a second; empty: what the dialect takes by default
     */
    record Temporal(Kind kind, OptionalInt precision) implements Type {
        public enum Kind {
            TIME,
            TIME_WITH_TIME_ZONE,
            TIMESTAMP,
            TIMESTAMP_WITH_TIME_ZONE,
            /** An instant, kept in UTC: with time zone where the database has that, else without. */
            TIMESTAMP_UTC,
            TIME_UTC,
            INTERVAL_SECOND
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.temporal(this);
        }
    }

    /**
     * The values of a Java enum.
     *
     * <p>Where a database has no native enum, {@link Storage#NAME} is a varchar of {@code length} with a check, and
     * {@link Storage#ORDINAL} is a small integer with a check; both belong to the type, not to the column.
     *
     * @param values the stored names in the order in which they are rendered
     * @param length of the varchar that stands in for a native enum
     * @param typeName the name of a named enum type ({@code create type}), where the mapping asks for one
     */
    record EnumOf(Storage storage, List<String> values, long length, Optional<QualifiedName> typeName) implements Type {
        public enum Storage {
            NAME,
            /** As {@link #NAME}, without the check: for a column that refers to one which has it. */
            REFERENCED_NAME,
            ORDINAL,
            NAMED_TYPE,
            NAMED_ORDINAL_TYPE
        }

        /** The length that a varchar has unless it is stated. */
        private static final long DEFAULT_LENGTH = 255;

        /** Only names need a varchar's length, and only a named type has a name. */
        public EnumOf {
            values = List.copyOf(values);
            length = storage == Storage.NAME ? length : DEFAULT_LENGTH;
            typeName = storage == Storage.NAMED_TYPE || storage == Storage.NAMED_ORDINAL_TYPE
                    ? typeName
                    : Optional.empty();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.enumOf(this);
        }
    }

    /**
     * An array of basic values in one column.
     *
     * @param length the most elements, where stated
     */
    record ArrayOf(Type element, OptionalInt length) implements Type {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.arrayOf(this);
        }
    }

    /** A type with attributes of its own, defined in {@link Schema#structs()}. */
    record StructOf(QualifiedName name) implements Type {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.structOf(this);
        }
    }

    /** A type given in SQL, such as a {@code columnDefinition}: rendered as it stands. */
    record Native(String sql) implements Type {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.nativeType(this);
        }
    }

    /** One method per kind of type, so that the compiler proves a dialect complete. */
    interface Visitor<R> {
        R simple(Simple type);

        R sized(Sized type);

        R numeric(Numeric type);

        R approximate(Float type);

        R temporal(Temporal type);

        R enumOf(EnumOf type);

        R arrayOf(ArrayOf type);

        R structOf(StructOf type);

        R nativeType(Native type);
    }
}
