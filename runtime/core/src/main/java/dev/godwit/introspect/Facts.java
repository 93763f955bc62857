package dev.godwit.introspect;

import dev.godwit.introspect.Fact.Key;
import dev.godwit.introspect.Fact.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Collects facts while a catalog is read. */
final class Facts {

    private final String ownSchema;
    private final List<Fact> facts = new ArrayList<>();

    Facts(String ownSchema) {
        this.ownSchema = ownSchema;
    }

    String ownSchema() {
        return ownSchema;
    }

    /** The name with its schema, unless that is the connection's own. */
    String qualified(String schema, String name) {
        return schema.equals(ownSchema) ? name : schema + "." + name;
    }

    /** Adds a fact; empty parts of its definition are left out. */
    void add(Kind kind, String subject, String... definition) {
        facts.add(Fact.of(kind, subject, "", join(definition)));
    }

    /** Adds a fact about a column, unless there is nothing to say. */
    void addColumn(Kind kind, String subject, String column, String... definition) {
        String text = join(definition);
        if (!text.isEmpty()) {
            facts.add(Fact.of(kind, subject, column, text));
        }
    }

    /**
     * Adds what a column is computed from, and what else is said of the column; either may be empty.
     *
     * @param option such as whether the value is stored
     */
    void addGenerated(String subject, String column, String expression, String option) {
        addColumn(Kind.GENERATED, subject, column, expression);
        addColumn(Kind.OPTION, subject, column, option);
    }

    /** Adds a comment, unless it is empty. */
    void addComment(String subject, String column, String text) {
        addColumn(Kind.COMMENT, subject, column, text);
    }

    /** Adds a fact about something with a name. */
    void addNamed(Kind kind, String subject, String name, String... definition) {
        addNamed(kind, subject, name, Optional.empty(), definition);
    }

    /** Adds a fact about a key or index with a name. */
    void addNamed(Kind kind, String subject, String name, Optional<Key> key, String... definition) {
        facts.add(new Fact(kind, subject, "", join(definition), Optional.of(name), key));
    }

    /** Adds a fact about a primary key: a table has one, whatever its name. */
    void addPrimaryKey(String subject, Key key, String definition) {
        facts.add(new Fact(Kind.PRIMARY_KEY, subject, "", definition, Optional.empty(), Optional.of(key)));
    }

    private static String join(String... definition) {
        return Arrays.stream(definition).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    LiveSchema schema() {
        return new LiveSchema(facts);
    }
}
