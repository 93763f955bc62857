package dev.godwit.diff;

import dev.godwit.model.Origin;
import dev.godwit.schema.Ref;
import java.util.Optional;

/**
 * One thing to know about a difference.
 *
 * @param code stable, such as {@code GW1201}
 * @param text what is wrong, why it matters, and the paste-ready ways out; without the code
 * @param place the table or column that it is about
 * @param origin the entity or attribute of the model where it is best reported; empty where the model has none
 */
public record Finding(Severity severity, String code, String text, Ref place, Optional<Origin> origin) {

    /** How much a finding asks for. */
    public enum Severity {
        /** There is no migration before this is resolved. */
        ERROR,
        /** The migration is made, and may lose data or fail on rows that are there. */
        WARNING,
        /** Something can be tidied up. */
        HINT
    }

    @Override
    public String toString() {
        return code + ": " + text;
    }
}
