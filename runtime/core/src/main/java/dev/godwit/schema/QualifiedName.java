package dev.godwit.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The name of a table, sequence or type, with the catalog and schema that the model states for it.
 *
 * <p>Absent parts mean the connection's own catalog and schema. In text the parts are separated by dots:
 * {@code sales.customers}; a catalog without a schema leaves the middle empty: {@code main..customers}.
 */
public record QualifiedName(Optional<Identifier> catalog, Optional<Identifier> schema, Identifier name)
        implements Comparable<QualifiedName> {

    private static final Comparator<QualifiedName> ORDER = Comparator.comparing((QualifiedName name) -> name.name)
            .thenComparing(name -> name.schema.map(Identifier::toString).orElse(""))
            .thenComparing(name -> name.catalog.map(Identifier::toString).orElse(""));

    public QualifiedName(Identifier name) {
        this(Optional.empty(), Optional.empty(), name);
    }

    /**
     * Reads {@code name}, {@code schema.name} or {@code catalog.schema.name}; a dot between backticks belongs to the
     * name.
     *
     * @throws IllegalArgumentException when the name is empty or there are more than three parts
     */
    public static QualifiedName of(String text) {
        List<String> parts = split(text);
        Identifier name = Identifier.of(parts.get(parts.size() - 1));
        return switch (parts.size()) {
            case 1 -> new QualifiedName(name);
            case 2 -> new QualifiedName(Optional.empty(), part(parts.get(0)), name);
            case 3 -> new QualifiedName(part(parts.get(0)), part(parts.get(1)), name);
            default -> throw new IllegalArgumentException("More than three parts in the name %s.".formatted(text));
        };
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '`' || c == '"') {
                quoted = !quoted;
            } else if (c == '.' && !quoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static Optional<Identifier> part(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Identifier.of(text));
    }

    /** The same catalog and schema with another name. */
    public QualifiedName withName(Identifier other) {
        return new QualifiedName(catalog, schema, other);
    }

    @Override
    public int compareTo(QualifiedName other) {
        return ORDER.compare(this, other);
    }

    /** The form that {@link #of} reads. */
    @Override
    public String toString() {
        String schemaPart = schema.map(part -> part + ".").orElse(catalog.isPresent() ? "." : "");
        return catalog.map(part -> part + ".").orElse("") + schemaPart + name;
    }
}
