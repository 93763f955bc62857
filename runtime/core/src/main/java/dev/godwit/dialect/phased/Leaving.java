package dev.godwit.dialect.phased;

import dev.godwit.plan.PhaseNames;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * A column that the new version does not know: that it is still written is noted, and rows that do not state it get a
 * value where the migration's way back says one.
 *
 * @param value SQL over the columns of the table
 * @param unstated what a row holds that does not state the column, as SQL; empty: nothing tells
 */
public record Leaving(QualifiedName table, Column column, Optional<String> value, Optional<String> unstated)
        implements Kept {

    @Override
    public Identifier name() {
        return PhaseNames.of(table, "leaving " + column.name(), column.name());
    }

    @Override
    public String subject() {
        return table + "." + column.name();
    }

    @Override
    public String watched() {
        return subject();
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
        if (unstated.isEmpty()) {
            return List.of();
        }
        Case stated = new Case(words.stated(column, unstated.get()), List.of(), true);
        return value.map(sql -> List.of(
                        stated,
                        new Case(
                                        Case.OTHERWISE,
                                        List.of(new Case.Assignment(words.in("new", column), words.over("new", sql))),
                                        false)
                                .doubting(Optional.empty(), List.of())))
                .orElse(List.of(stated));
    }

    @Override
    public List<Case> onUpdate(Wording words) {
        return List.of(new Case(words.changed(column), List.of(), true));
    }
}
