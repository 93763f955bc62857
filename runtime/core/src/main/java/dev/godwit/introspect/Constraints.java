package dev.godwit.introspect;

import dev.godwit.introspect.Catalog.Row;
import dev.godwit.introspect.Fact.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts together keys that a catalog lists column by column. */
final class Constraints {

    private record Key(String table, String name, Kind kind, String target, String actions) {}

    private final Map<Key, List<String>> columns = new LinkedHashMap<>();
    private final Map<Key, List<String>> targets = new LinkedHashMap<>();

    /**
     * Takes a row: table, name, type, column, target's schema, target, target's column, delete rule, update rule.
     *
     * @param kind what the row is about
     */
    void add(Row row, Kind kind, Facts facts) throws SQLException {
        boolean foreign = kind == Kind.FOREIGN_KEY;
        Key key = new Key(
                row.text(1),
                row.text(2),
                kind,
                foreign ? facts.qualified(row.text(5), row.text(6)) : "",
                foreign
                        ? "on delete " + row.text(8).toLowerCase(Locale.ROOT) + " on update "
                                + row.text(9).toLowerCase(Locale.ROOT)
                        : "");
        columns.computeIfAbsent(key, any -> new ArrayList<>()).add(row.text(4));
        if (foreign) {
            targets.computeIfAbsent(key, any -> new ArrayList<>()).add(row.text(7));
        }
    }

    void addTo(Facts facts, String schema) {
        columns.forEach((key, names) -> {
            String subject = facts.qualified(schema, key.table);
            String list = "(" + String.join(", ", names) + ")";
            switch (key.kind) {
                case PRIMARY_KEY -> facts.add(key.kind, subject, list);
                case FOREIGN_KEY ->
                    facts.addNamed(
                            key.kind,
                            subject,
                            key.name,
                            list,
                            "references " + key.target,
                            "(" + String.join(", ", targets.get(key)) + ")",
                            key.actions);
                default -> facts.addNamed(key.kind, subject, key.name, list);
            }
        });
    }
}
