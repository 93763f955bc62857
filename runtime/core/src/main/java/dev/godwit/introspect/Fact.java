package dev.godwit.introspect;

import java.util.Comparator;
import java.util.Optional;

/**
 * One thing that a database holds.
 *
 * @param subject the table, sequence or type that it is about, with its schema unless that is the connection's own
 * @param definition all of it, as the server prints it
 * @param name of a constraint or index; empty where a thing is known by its definition alone
 */
public record Fact(Kind kind, String subject, String definition, Optional<String> name) implements Comparable<Fact> {

    /** What a fact is about. */
    public enum Kind {
        TABLE("table"),
        COLUMN("column"),
        PRIMARY_KEY("primary key"),
        UNIQUE("unique"),
        FOREIGN_KEY("foreign key"),
        CHECK("check"),
        INDEX("index"),
        COMMENT("comment"),
        SEQUENCE("sequence"),
        TYPE("type");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final Comparator<Fact> ORDER = Comparator.comparing(Fact::subject)
            .thenComparing(Fact::kind)
            .thenComparing(Fact::definition)
            .thenComparing(fact -> fact.name.orElse(""));

    /** The same fact, whatever the constraint or index is called. */
    public Fact unnamed() {
        return new Fact(kind, subject, definition, Optional.empty());
    }

    @Override
    public int compareTo(Fact other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind + name.map(text -> " " + text).orElse("") + " " + definition;
    }
}
