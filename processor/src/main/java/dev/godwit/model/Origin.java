package dev.godwit.model;

import java.util.Optional;

/**
 * Where a table, column or sequence comes from.
 *
 * <p>Two models that map the same attribute give the same origin, whatever the table or column is called; this is what
 * a declared rename follows to everything that derives from it.
 *
 * @param entity binary name of the entity (or mapped superclass' entity) whose mapping causes it
 * @param path attribute path with dots; within the tables of an association or collection followed by the role of the
 *     column, such as {@code roles/owner/id}, {@code roles/element}, {@code roles/key}, {@code roles/index}; empty for
 *     what the class itself causes, such as its table
 * @param target binary name of the entity that the attribute refers to
 */
public record Origin(String entity, String path, Optional<String> target) {

    public Origin(String entity, String path) {
        this(entity, path, Optional.empty());
    }

    @Override
    public String toString() {
        return path.isEmpty() ? entity : entity + "#" + path;
    }
}
