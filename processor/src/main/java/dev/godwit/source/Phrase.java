package dev.godwit.source;

import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.List;
import java.util.Locale;

/**
 * One change in a few words, in parts, so that several can be put together.
 *
 * @param verb such as {@code Rename}
 * @param object what is changed, such as a column's name
 * @param tail what only one object can have, such as {@code ToName}
 * @param link the word before the table, such as {@code In}; empty: the object is not a part of a table
 * @param table the table that it is about; for what is no table, its own name
 */
record Phrase(Role role, String verb, String object, String tail, String link, QualifiedName table) {

    /** What a change is about. */
    enum Role {
        TABLE,
        COLUMN,
        KEY,
        SEQUENCE,
        OTHER
    }

    static Phrase ofObject(Role role, String verb, QualifiedName name, String tail) {
        return new Phrase(role, verb, word(name.name()), tail, "", name);
    }

    static Phrase ofPart(Role role, String verb, String object, String tail, String link, QualifiedName table) {
        return new Phrase(role, verb, object, tail, link, table);
    }

    static String word(Identifier name) {
        return Words.camelCase(name.text());
    }

    /** Whether this comes with another change: a key of a new column, the sequence of a table, what is named after it. */
    boolean comesWith(List<Phrase> others) {
        return others.stream().filter(other -> !other.equals(this)).anyMatch(other -> switch (role) {
            case KEY -> other.table.equals(table) && (other.role == Role.TABLE || other.role == Role.COLUMN);
            case TABLE, SEQUENCE -> other.role == Role.TABLE && lower(table).startsWith(lower(other.table) + "_");
            case COLUMN ->
                !tail.isEmpty()
                        && other.role == Role.TABLE
                        && object.toLowerCase(Locale.ROOT).startsWith(other.object.toLowerCase(Locale.ROOT));
            case OTHER -> false;
        });
    }

    private static String lower(QualifiedName name) {
        return name.name().text().toLowerCase(Locale.ROOT);
    }
}
