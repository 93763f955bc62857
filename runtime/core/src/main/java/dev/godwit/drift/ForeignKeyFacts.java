package dev.godwit.drift;

import dev.godwit.introspect.Fact;
import dev.godwit.introspect.Fact.Key;
import dev.godwit.introspect.Fact.Kind;
import dev.godwit.introspect.KeyText;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The facts that the foreign keys of a model give, which are not printed by the server but put together. */
final class ForeignKeyFacts {

    private static final String NOTHING = "no action";

    private final Subjects subjects;

    ForeignKeyFacts(Subjects subjects) {
        this.subjects = subjects;
    }

    /** @param live what is there of the table */
    List<Fact> of(Table table, List<Fact> live) {
        return table.foreignKeys().stream().map(key -> of(key, table, live)).toList();
    }

    /** The fact that a key gives whose SQL is nobody's own. */
    Fact of(ForeignKey key, Table table) {
        return of(key, table, List.of());
    }

    private Fact of(ForeignKey key, Table table, List<Fact> live) {
        Key columns = new Key(
                subjects.of(key.columns()), subjects.of(key.referencedTable()), subjects.of(key.referencedColumns()));
        return new Fact(
                Kind.FOREIGN_KEY,
                subjects.of(table.name()),
                "",
                definition(key, columns, live),
                Optional.of(subjects.of(key.name())),
                Optional.of(columns));
    }

    /** What somebody's own SQL makes of a key is whatever the key on these columns is. */
    private String definition(ForeignKey key, Key columns, List<Fact> live) {
        String stated = KeyText.foreignKey(columns, rule(key.onDelete()), NOTHING);
        if (key.definition().isEmpty() && key.options().isEmpty()) {
            return stated;
        }
        return live.stream()
                .filter(fact -> fact.kind() == Kind.FOREIGN_KEY)
                .filter(fact -> fact.key().filter(columns::equals).isPresent())
                .map(Fact::definition)
                .findFirst()
                .orElse(stated);
    }

    private String rule(ForeignKey.Action action) {
        return switch (action) {
            case NO_ACTION -> NOTHING;
            case RESTRICT ->
                switch (subjects.dialect().kind()) {
                    case POSTGRESQL -> "restrict";
                    case MARIADB, MYSQL, H2 -> NOTHING;
                };
            case CASCADE, SET_NULL, SET_DEFAULT ->
                action.name().replace('_', ' ').toLowerCase(Locale.ROOT);
        };
    }
}
