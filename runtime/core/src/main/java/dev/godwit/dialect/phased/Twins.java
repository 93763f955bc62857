package dev.godwit.dialect.phased;

import dev.godwit.plan.PhaseNames;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Columns of one table that say the same in two ways, while two versions of an application write it: each version knows
 * one side, and the side that a writer changes is the one that the other follows.
 *
 * @param old what the running version knows
 * @param fresh what the new version knows
 */
public record Twins(QualifiedName table, List<Side> old, List<Side> fresh) {

    public Twins {
        old = List.copyOf(old);
        fresh = List.copyOf(fresh);
    }

    /** The reserved name of what keeps them in step. */
    public Identifier name() {
        return PhaseNames.of(
                table, names(old) + ">" + names(fresh), old.get(0).column().name());
    }

    /** The columns of both sides, for people. */
    public String subject() {
        return "%s.%s and %s".formatted(table, names(old), names(fresh));
    }

    /** The columns of the old side, for people. */
    public String watched() {
        return table + "." + names(old);
    }

    private static String names(List<Side> sides) {
        return sides.stream()
                .map(Side::column)
                .map(Column::name)
                .map(Identifier::toString)
                .collect(Collectors.joining(", "));
    }
}
