package dev.godwit.model;

import dev.godwit.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * Entities that inherit from one another, in one table or in joined ones.
 *
 * @param root the entity that the others inherit from
 * @param table the root's table
 * @param single whether all are in that table
 * @param classes all but the root, a class before its subclasses
 */
public record MappedHierarchy(MappedClass root, QualifiedName table, boolean single, List<MappedClass> classes) {

    /** The attribute path of the column that tells the classes apart, as its {@link Origin} has it. */
    public static final String DISCRIMINATOR = "{discriminator}";

    /**
     * An entity.
     *
     * @param name its binary name
     * @param parent the binary name of the entity that it inherits from
     * @param isAbstract whether there is no row of this class itself
     * @param value what a discriminator holds for it, whether or not there is one
     * @param table the table of its own, or its root's
     */
    public record MappedClass(
            String name, Optional<String> parent, boolean isAbstract, String value, QualifiedName table) {}

    public MappedHierarchy {
        classes = List.copyOf(classes);
    }
}
