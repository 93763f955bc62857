package dev.godwit.model;

import java.util.Optional;

/**
 * A {@code @RenamedFrom} of an entity class or of an attribute.
 *
 * <p>One that stands in a mapped superclass or an embeddable is declared once for each entity and path that it reaches,
 * in the words of {@link Origin}.
 *
 * @param entity binary name of the entity that carries it, or whose attribute does, as in its {@link Origin}
 * @param path attribute path, as in its {@link Origin}; empty on a class
 * @param from the former simple or qualified class name, or the former attribute name; empty where only the database
 *     name changed
 * @param databaseName the former table or column name, where stated
 */
public record DeclaredRename(String entity, String path, Optional<String> from, Optional<String> databaseName) {

    public boolean ofClass() {
        return path.isEmpty();
    }
}
