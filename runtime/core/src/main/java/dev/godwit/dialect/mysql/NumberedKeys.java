package dev.godwit.dialect.mysql;

import dev.godwit.dialect.phased.Case;
import dev.godwit.dialect.phased.Kept;
import dev.godwit.dialect.phased.Wording;
import dev.godwit.plan.PhaseNames;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A key that one version states and the other leaves to the database, whose rows may get one from a sequence instead: the
 * numbers of {@code auto_increment} follow the largest key, and so would those of the one that states them.
 *
 * @param sequence as the trigger writes it; empty: the database goes on making them, and that it does is noted
 * @param leavesGo whether the version that is to go is the one that leaves keys to the database
 */
record NumberedKeys(QualifiedName table, Column column, Optional<String> sequence, boolean leavesGo) implements Kept {

    static Identifier name(QualifiedName table, Column column) {
        return PhaseNames.of(table, "keys of " + column.name(), column.name());
    }

    @Override
    public Identifier name() {
        return name(table, column);
    }

    @Override
    public String subject() {
        return "keys of " + table;
    }

    @Override
    public String watched() {
        return "rows of %s whose key %s".formatted(table, leavesGo ? "the database makes" : "comes from the sequence");
    }

    @Override
    public List<Column> known() {
        return List.of();
    }

    @Override
    public List<Column> coming() {
        return List.of();
    }

    @Override
    public List<Case> onInsert(Wording words) {
        String key = words.in("new", column);
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(
                "coalesce(%s, 0) = 0".formatted(key),
                sequence.map(from -> new Case.Assignment(key, "nextval(%s)".formatted(from))).stream()
                        .toList(),
                leavesGo));
        if (!leavesGo) {
            cases.add(new Case(Case.OTHERWISE, List.of(), true));
        }
        return cases;
    }

    @Override
    public List<Case> onUpdate(Wording words) {
        return List.of();
    }
}
