package dev.godwit.introspect;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One thing that a database holds.
 *
 * @param subject the table, sequence or type that it is about, with its schema unless that is the connection's own
 * @param column the column that it is about, as the catalog has it; empty where it is about all of the subject
 * @param definition all of it, as the server prints it
 * @param name of a constraint or index; empty where a thing is known by its definition alone
 * @param key the columns of a key or index, where it stands on columns alone
 */
public record Fact(
        Kind kind, String subject, String column, String definition, Optional<String> name, Optional<Key> key)
        implements Comparable<Fact> {

    /** What a fact is about. */
    public enum Kind {
        TABLE("table"),
        /** That there is a column, and its type. */
        COLUMN("column"),
        NULLABILITY("nullability"),
        DEFAULT("default"),
        IDENTITY("identity"),
        GENERATED("generated"),
        COLLATION("collation"),
        OPTION("option"),
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

    /**
     * What a key or index stands on.
     *
     * @param columns in its order
     * @param target what a foreign key refers to; empty for everything else
     * @param targetColumns in the order of {@code columns}
     */
    public record Key(List<String> columns, String target, List<String> targetColumns) {

        public Key {
            columns = List.copyOf(columns);
            targetColumns = List.copyOf(targetColumns);
        }

        static Key on(List<String> columns) {
            return new Key(columns, "", List.of());
        }
    }

    private static final Comparator<Fact> ORDER = Comparator.comparing(Fact::subject)
            .thenComparing(Fact::kind)
            .thenComparing(Fact::column)
            .thenComparing(Fact::definition)
            .thenComparing(fact -> fact.name.orElse(""));

    /** A fact without a name and without columns of a key. */
    public static Fact of(Kind kind, String subject, String column, String definition) {
        return new Fact(kind, subject, column, definition, Optional.empty(), Optional.empty());
    }

    /** The same fact, whatever the constraint or index is called. */
    public Fact unnamed() {
        return withName(Optional.empty());
    }

    public Fact withName(Optional<String> other) {
        return new Fact(kind, subject, column, definition, other, key);
    }

    public Fact withSubject(String other) {
        return new Fact(kind, other, column, definition, name, key);
    }

    public Fact withDefinition(String other) {
        return new Fact(kind, subject, column, other, name, key);
    }

    @Override
    public int compareTo(Fact other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind + (column.isEmpty() ? "" : " " + column)
                + name.map(text -> " " + text).orElse("") + " " + definition;
    }
}
