package dev.godwit.dialect.phased;

import dev.godwit.plan.PhaseNames;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Columns of one table that say the same in two ways, while two versions of an application write it: each version knows
 * one side, and the side that a writer changes is the one that the other follows.
 *
 * @param old what the running version knows
 * @param fresh what the new version knows
 * @param copies whether the values of one side are those of the other, so that none can fail to be computed
 */
public record Twins(QualifiedName table, List<Side> old, List<Side> fresh, boolean copies) implements Kept {

    public Twins {
        old = List.copyOf(old);
        fresh = List.copyOf(fresh);
    }

    @Override
    public Identifier name() {
        return PhaseNames.of(
                table, names(old) + ">" + names(fresh), old.get(0).column().name());
    }

    @Override
    public String subject() {
        return "%s.%s and %s".formatted(table, names(old), names(fresh));
    }

    @Override
    public String watched() {
        return table + "." + names(old);
    }

    @Override
    public List<Column> known() {
        return old.stream().map(Side::column).toList();
    }

    @Override
    public List<Column> coming() {
        return fresh.stream().map(Side::column).toList();
    }

    @Override
    public List<Case> onInsert(Wording words) {
        return List.of(
                following(new Case(words.stated(old), words.follow(fresh), true), words),
                new Case(words.stated(fresh), words.follow(old), false),
                following(new Case(Case.OTHERWISE, words.follow(fresh), false), words));
    }

    @Override
    public List<Case> onUpdate(Wording words) {
        Case following = following(new Case(words.changed(old), words.follow(fresh), true), words);
        List<Case.Assignment> back = words.follow(old);
        Case straying = copies
                ? new Case(words.strays(fresh), back, false)
                : new Case(words.changed(fresh), back, false).doubting(Optional.of(words.strays(fresh)), back);
        return List.of(following, straying);
    }

    /** Where the new side cannot be computed it is left empty: the comparison before contract finds the row. */
    private Case following(Case each, Wording words) {
        return copies ? each : each.doubting(Optional.empty(), words.empty(fresh));
    }

    /** A condition on a row that holds when neither side is what follows from the other. */
    public String apart(Wording words) {
        return "(%s) and (%s)".formatted(words.unlike(fresh), words.unlike(old));
    }

    private static String names(List<Side> sides) {
        return sides.stream().map(side -> side.column().name().toString()).collect(Collectors.joining(", "));
    }
}
