package dev.godwit.mapping.bind;

import dev.godwit.mapping.bound.BoundColumn;
import dev.godwit.schema.Type;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The order of columns in composite keys: by physical size, at least 4 bytes, then by name
 * ({@code org.hibernate.boot.model.relational.ColumnOrderingStrategyStandard}).
 */
final class KeyOrder implements Type.Visitor<Integer> {

    private static final KeyOrder SIZES = new KeyOrder();
    private static final int LARGE = 2048;
    private static final double BITS_PER_DIGIT = Math.log(10) / Math.log(2);

    /** A length that is not stated counts as the most that a database takes. */
    private static final int DEFAULT_LENGTH = 255;

    private static final int MAX_LENGTH = 10_485_760;

    private KeyOrder() {}

    /** For each place in the order, the place in the list that its column comes from. */
    static List<Integer> of(List<BoundColumn> columns) {
        List<Integer> sizes =
                columns.stream().map(column -> column.type().accept(SIZES)).toList();
        Comparator<Integer> order = Comparator.<Integer>comparingInt(i -> Math.max(sizes.get(i), 4))
                .thenComparing(i -> sizes.get(i) > LARGE)
                .thenComparing(i -> columns.get(i).name().text());
        return IntStream.range(0, columns.size()).boxed().sorted(order).toList();
    }

    static <T> List<T> apply(List<Integer> order, List<T> list) {
        return order.stream().map(list::get).toList();
    }

    @Override
    public Integer simple(Type.Simple type) {
        return switch (type.kind()) {
            case BOOLEAN, BIT, TINYINT -> 1;
            case SMALLINT -> 2;
            case REAL, INTEGER, DATE -> 4;
            case BIGINT, DOUBLE -> 8;
            case UUID -> 16;
            case INET -> 19;
            case JSON, XML -> Integer.MAX_VALUE;
        };
    }

    @Override
    public Integer sized(Type.Sized type) {
        return switch (type.kind()) {
            case CHAR, NCHAR, VARCHAR, NVARCHAR, LONG_VARCHAR, LONG_NVARCHAR, BINARY, VARBINARY, LONG_VARBINARY ->
                type.length() == DEFAULT_LENGTH ? MAX_LENGTH : (int) Math.min(type.length(), Integer.MAX_VALUE);
            case CLOB, NCLOB, BLOB -> Integer.MAX_VALUE;
        };
    }

    @Override
    public Integer numeric(Type.Numeric type) {
        return (int) Math.ceil(type.precision() / (BITS_PER_DIGIT * 8));
    }

    @Override
    public Integer approximate(Type.Float type) {
        return (int) Math.ceil(type.precision() / (BITS_PER_DIGIT * 8));
    }

    @Override
    public Integer temporal(Type.Temporal type) {
        return switch (type.kind()) {
            case TIME, TIME_WITH_TIME_ZONE, TIME_UTC -> 4;
            case TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE, TIMESTAMP_UTC, INTERVAL_SECOND -> 8;
        };
    }

    @Override
    public Integer enumOf(Type.EnumOf type) {
        return switch (type.storage()) {
            case ORDINAL -> 1;
            case NAME, REFERENCED_NAME -> type.length() == DEFAULT_LENGTH ? MAX_LENGTH : (int) type.length();
            case NAMED_TYPE, NAMED_ORDINAL_TYPE -> Integer.MAX_VALUE;
        };
    }

    @Override
    public Integer arrayOf(Type.ArrayOf type) {
        return Integer.MAX_VALUE;
    }

    @Override
    public Integer structOf(Type.StructOf type) {
        return Integer.MAX_VALUE;
    }

    @Override
    public Integer nativeType(Type.Native type) {
        return Integer.MAX_VALUE;
    }
}
