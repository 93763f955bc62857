package dev.godwit.dialect.postgresql;

import dev.godwit.dialect.Dialect;
import dev.godwit.dialect.standard.RowLiterals;
import dev.godwit.schema.Type;
import dev.godwit.schema.Type.EnumOf;

/** Values with their types: a literal alone has none here until something gives it one. */
final class PostgresqlRowLiterals extends RowLiterals {

    PostgresqlRowLiterals(Dialect dialect) {
        super(dialect);
    }

    @Override
    protected String nothing(Type type) {
        return "cast(null as %s)".formatted(dialect().render(type));
    }

    @Override
    protected String bytes(String digits) {
        return "cast('\\x" + digits + "' as bytea)";
    }

    @Override
    protected String named(EnumOf type, String text) {
        return other(type, text);
    }

    @Override
    protected String json(String text) {
        return "cast(%s as jsonb)".formatted(dialect().literal(text));
    }
}
