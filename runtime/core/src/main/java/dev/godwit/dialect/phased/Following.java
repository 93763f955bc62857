package dev.godwit.dialect.phased;

import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.List;

/** A column of another type that follows one which both versions know. No version writes it. */
public record Following(TypeChange change) implements Kept {

    @Override
    public QualifiedName table() {
        return change.table();
    }

    @Override
    public Identifier name() {
        return change.name("follow", change.from().name());
    }

    @Override
    public String subject() {
        return "%s.%s in another type".formatted(table(), change.from().name());
    }

    @Override
    public String watched() {
        return table() + "." + change.from().name();
    }

    @Override
    public List<Column> known() {
        return List.of();
    }

    @Override
    public List<Column> coming() {
        return List.of(change.beside());
    }

    @Override
    public List<Case> onInsert(Wording words) {
        return follow(words);
    }

    @Override
    public List<Case> onUpdate(Wording words) {
        return follow(words);
    }

    private List<Case> follow(Wording words) {
        Column beside = change.beside();
        String written = words.in("new", beside);
        String value = change.following(words.in("new", change.from()));
        String differs = words.difference().of(beside, written, value);
        return List.of(new Case(differs, List.of(new Case.Assignment(written, value)), false));
    }
}
