package dev.godwit.introspect;

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
        add(kind, subject, Optional.empty(), definition);
    }

    /** Adds a fact about something with a name. */
    void addNamed(Kind kind, String subject, String name, String... definition) {
        add(kind, subject, Optional.of(name), definition);
    }

    private void add(Kind kind, String subject, Optional<String> name, String... definition) {
        String text = Arrays.stream(definition).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
        facts.add(new Fact(kind, subject, text, name));
    }

    LiveSchema schema() {
        return new LiveSchema(facts);
    }
}
