package dev.godwit.dialect.phased;

import dev.godwit.dialect.standard.Literals;
import dev.godwit.plan.PhaseNames;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * A column that the running version leaves empty, or does not know: its rows get a value that is computed from their
 * other columns.
 *
 * @param column as the new version knows it
 * @param value SQL over the columns of the table
 */
public record Filler(QualifiedName table, Column column, String value) implements Kept {

    @Override
    public Identifier name() {
        return PhaseNames.of(table, "fill " + column.name(), column.name());
    }

    @Override
    public String subject() {
        return table + "." + column.name();
    }

    @Override
    public String watched() {
        return "rows without " + subject();
    }

    @Override
    public List<Column> known() {
        return List.of();
    }

    @Override
    public List<Column> coming() {
        return List.of(column);
    }

    @Override
    public List<Case> onInsert(Wording words) {
        return cases(words);
    }

    @Override
    public List<Case> onUpdate(Wording words) {
        return cases(words);
    }

    private List<Case> cases(Wording words) {
        String written = words.in("new", column);
        Case empty =
                new Case(written + " is null", List.of(new Case.Assignment(written, words.over("new", value))), true);
        return List.of(Literals.isLiteral(value) ? empty : empty.doubting(Optional.empty(), List.of()));
    }
}
