package dev.godwit.drift;

import dev.godwit.dialect.Dialect;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of a model as a catalog has them.
 *
 * @param ownSchema where unqualified names belong; facts leave it out
 */
public record Subjects(Dialect dialect, String ownSchema) {

    /** What facts about a table, sequence or type of this name are about. */
    public String of(QualifiedName name) {
        return namespace(name)
                        .filter(schema -> !schema.equals(ownSchema))
                        .map(schema -> schema + ".")
                        .orElse("")
                + of(name.name());
    }

    public String of(Identifier name) {
        return dialect.catalogName(name);
    }

    /** A name in a catalog as a model would state it: quoted only where it must be. */
    Identifier identifier(String catalogName) {
        Identifier plain = new Identifier(catalogName.toLowerCase(Locale.ROOT), false);
        return of(plain).equals(catalogName) ? plain : new Identifier(catalogName, true);
    }

    List<String> of(List<Identifier> names) {
        return names.stream().map(this::of).toList();
    }

    /** The schemas that a model names. */
    Set<String> namespaces(Schema schema) {
        return namespaces(Stream.of(
                        schema.tables().keySet(),
                        schema.sequences().keySet(),
                        schema.structs().keySet())
                .flatMap(Set::stream));
    }

    /** The schemas that names are qualified by. */
    public Set<String> namespaces(Stream<QualifiedName> names) {
        return names.flatMap(name -> namespace(name).stream()).collect(Collectors.toSet());
    }

    private Optional<String> namespace(QualifiedName name) {
        return switch (dialect.kind()) {
            case POSTGRESQL, H2 -> name.schema().map(this::of);
            case MARIADB, MYSQL -> name.catalog().map(this::of);
        };
    }
}
