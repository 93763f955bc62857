package dev.godwit.model;

import java.util.Optional;

/**
 * A {@code @RenamedFrom} of an entity class or of an attribute.
 *
 * @param entity binary name of the class that carries it, or whose attribute does
 * @param path attribute path; empty on a class
 * @param from the former simple or qualified class name, or the former attribute name; empty where only the database
 *     name changed
 * @param databaseName the former table or column name, where stated
 */
public record DeclaredRename(String entity, String path, Optional<String> from, Optional<String> databaseName) {

    public boolean ofClass() {
        return path.isEmpty();
    }
}
