package dev.godwit.engine.copy;

import dev.godwit.schema.Type;

/** The form in which the values of a type travel. */
final class Forms implements Type.Visitor<Form> {

    private static final Forms FORMS = new Forms();

    private Forms() {}

    static Form of(Type type) {
        return type.accept(FORMS);
    }

    @Override
    public Form simple(Type.Simple type) {
        return switch (type.kind()) {
            case BOOLEAN, BIT -> Form.BOOLEAN;
            case TINYINT, SMALLINT, INTEGER, BIGINT -> Form.INTEGER;
            case REAL -> Form.REAL;
            case DOUBLE -> Form.DOUBLE;
            case DATE -> Form.DATE_OR_TIME;
            case UUID -> Form.UUID_VALUE;
            case JSON -> Form.JSON;
            case XML, INET -> Form.TEXT;
        };
    }

    @Override
    public Form sized(Type.Sized type) {
        return switch (type.kind()) {
            case CHAR, NCHAR -> Form.PADDED;
            case VARCHAR, LONG_VARCHAR, NVARCHAR, LONG_NVARCHAR, CLOB, NCLOB -> Form.TEXT;
            case BINARY, VARBINARY, LONG_VARBINARY, BLOB -> Form.BYTES;
        };
    }

    @Override
    public Form numeric(Type.Numeric type) {
        return Form.DECIMAL;
    }

    @Override
    public Form approximate(Type.Float type) {
        return type.precision() <= 24 ? Form.REAL : Form.DOUBLE;
    }

    @Override
    public Form temporal(Type.Temporal type) {
        return switch (type.kind()) {
            case TIME, TIMESTAMP -> Form.DATE_OR_TIME;
            case TIMESTAMP_WITH_TIME_ZONE, TIMESTAMP_UTC -> Form.INSTANT;
            case TIME_WITH_TIME_ZONE, TIME_UTC -> Form.DATE_OR_TIME;
            case INTERVAL_SECOND -> Form.TEXT;
        };
    }

    @Override
    public Form enumOf(Type.EnumOf type) {
        return switch (type.storage()) {
            case NAME, REFERENCED_NAME, NAMED_TYPE, NAMED_ORDINAL_TYPE -> Form.TEXT;
            case ORDINAL -> Form.INTEGER;
        };
    }

    @Override
    public Form arrayOf(Type.ArrayOf type) {
        return Form.TEXT;
    }

    @Override
    public Form structOf(Type.StructOf type) {
        return Form.TEXT;
    }

    @Override
    public Form nativeType(Type.Native type) {
        return Form.TEXT;
    }
}
