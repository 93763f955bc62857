package dev.godwit.introspect;

import dev.godwit.introspect.Catalog.Row;
import dev.godwit.introspect.Fact.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts together keys that a catalog lists column by column. */
final class Constraints {

    private record Id(String table, String name, Kind kind, String target, String onDelete, String onUpdate) {}

    private final Map<Id, List<String>> columns = new LinkedHashMap<>();
    private final Map<Id, List<String>> targets = new LinkedHashMap<>();

    /**
     * Takes a row: table, name, type, column, target's schema, target, target's column, delete rule, update rule.
     *
     * @param kind what the row is about
     */
    void add(Row row, Kind kind, Facts facts) throws SQLException {
        boolean foreign = kind == Kind.FOREIGN_KEY;
        Id id = new Id(
                row.text(1),
                row.text(2),
                kind,
                foreign ? facts.qualified(row.text(5), row.text(6)) : "",
                foreign ? rule(row.text(8)) : "",
                foreign ? rule(row.text(9)) : "");
        columns.computeIfAbsent(id, any -> new ArrayList<>()).add(row.text(4));
        if (foreign) {
            targets.computeIfAbsent(id, any -> new ArrayList<>()).add(row.text(7));
        }
    }

    /** Where constraints are never put off, to restrict is to take no action, and servers print either for neither. */
    private static String rule(String text) {
        return text.equals("RESTRICT") ? "no action" : text.toLowerCase(Locale.ROOT);
    }

    void addTo(Facts facts, String schema) {
        columns.forEach((id, names) -> {
            String subject = facts.qualified(schema, id.table);
            switch (id.kind) {
                case PRIMARY_KEY -> facts.addPrimaryKey(subject, Fact.Key.on(names), KeyText.list(names));
                case FOREIGN_KEY -> {
                    Fact.Key key = new Fact.Key(names, id.target, targets.get(id));
                    facts.addNamed(
                            id.kind,
                            subject,
                            id.name,
                            Optional.of(key),
                            KeyText.foreignKey(key, id.onDelete, id.onUpdate));
                }
                default ->
                    facts.addNamed(id.kind, subject, id.name, Optional.of(Fact.Key.on(names)), KeyText.list(names));
            }
        });
    }
}
