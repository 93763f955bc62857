package dev.godwit.mapping.bound;

import dev.godwit.schema.ForeignKey.Action;
import dev.godwit.schema.Identifier;
import java.util.Optional;

/**
 * What a mapping says about the foreign key of a value.
 *
 * @param enabled whether there is to be one
 */
public record ForeignKeyChoice(
        boolean enabled,
        Optional<Identifier> name,
        Optional<String> definition,
        Optional<String> options,
        Action onDelete) {

    public static final ForeignKeyChoice DEFAULT =
            new ForeignKeyChoice(true, Optional.empty(), Optional.empty(), Optional.empty(), Action.NO_ACTION);

    public ForeignKeyChoice disabled() {
        return new ForeignKeyChoice(false, name, definition, options, onDelete);
    }

    public ForeignKeyChoice onDelete(Action action) {
        return new ForeignKeyChoice(enabled, name, definition, options, action);
    }
}
