package dev.godwit.referee;

import dev.godwit.dialect.Dialect;
import dev.godwit.schema.Check;
import dev.godwit.schema.Column;
import dev.godwit.schema.Type.EnumOf;
import java.util.Optional;
import java.util.stream.Collectors;

/** The checks that a type brings with it, and that Hibernate's model holds as checks of the column. */
final class TypeChecks {

    private final Dialect dialect;

    TypeChecks(Dialect dialect) {
        this.dialect = dialect;
    }

    Optional<Check> of(Column column) {
        return column.type() instanceof EnumOf type
                ? expression(dialect.quote(column.name()), type).map(sql -> new Check(Optional.empty(), sql))
                : Optional.empty();
    }

    private Optional<String> expression(String name, EnumOf type) {
        boolean isNative = dialect.render(type).startsWith("enum");
        return switch (type.storage()) {
            case ORDINAL ->
                isNative
                        ? Optional.empty()
                        : Optional.of("%s between 0 and %d"
                                .formatted(name, type.values().size() - 1));
            case NAME ->
                isNative
                        ? Optional.empty()
                        : Optional.of(type.values().stream()
                                .map(dialect::literal)
                                .collect(Collectors.joining(",", name + " in (", ")")));
            case NAMED_TYPE, NAMED_ORDINAL_TYPE -> Optional.empty();
        };
    }
}
